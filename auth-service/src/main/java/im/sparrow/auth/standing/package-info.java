/**
 * Newcomers look for rights in the account or in the role; what somebody may do follows from both and from the sanctions he
 * is under: granted by any role − taken by any role or by a live sanction. This room works it out, explains it, and gives
 * roles to people, one or many at once.
 *
 * <p>It never decides what a role means ({@code rbac}) or when a sanction ends ({@code sanction}), and never asks a clock
 * whether a token is stale: the account's {@code ver} is read before the rights, so a change in between makes a token that
 * is stale at once, never one that lasts.
 */
@NullMarked
package im.sparrow.auth.standing;

import org.jspecify.annotations.NullMarked;
