/**
 * Newcomers look here for friends and groups; this service knows who somebody is and what he may do, and nothing of whom
 * he talks to. It owns accounts, roles and rights, sessions, and the keys that sign access tokens.
 *
 * <p>Every change of what somebody may do raises a number and is announced in the same transaction, so that every service
 * refuses the tokens made before it. It never knows a friend, a group or a message, and never keeps a password, a refresh
 * token or a private key in the clear.
 *
 * <p>Arrows between the rooms: every room → audit; seed → login → standing → sanction → rbac → account; directory → account; serverkey → login; github → login → identity → registration, photo, password; login → secondfactor → password → session → token, account.
 */
@NullMarked
package im.sparrow.auth;

import org.jspecify.annotations.NullMarked;
