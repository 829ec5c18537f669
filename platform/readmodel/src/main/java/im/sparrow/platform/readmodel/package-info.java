/**
 * Newcomers ask auth-service about each account they show; a service remembers what auth-service has told of all of them
 * in a table of its own. This room fills that table from {@code im.account.v1} and reads it, many accounts at a time.
 *
 * <p>It never asks auth-service, never changes an account, and never holds what the public profile hides. What stands here
 * may be some milliseconds behind; who must be sure asks the owner.
 *
 * <pre>
 * known_account   id (PK) · username (indexed) · nickname · photo · signature · status · role_ids · findable · version
 * </pre>
 *
 * The DDL is in {@code db/platform/known_account.sql}; each service copies it into a migration of its own. The channel's
 * settings are in {@code META-INF/microprofile-config.properties}; the consumer group is the application's name.
 */
@NullMarked
package im.sparrow.platform.readmodel;

import org.jspecify.annotations.NullMarked;
