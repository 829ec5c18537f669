/**
 * Newcomers compare passwords; they are hashed with Argon2id on a pool of their own, since one hash costs 19 MiB and fifty
 * milliseconds of a core, and a storm of log-ins must not slow anything else. This room says what a password may be, checks
 * and changes it, slows guessing down, and makes links by which somebody may choose another.
 *
 * <p>It never says whether a name or a password was wrong, by words or by time, never locks an account because somebody
 * else tried, and never writes a password or a link to a log.
 *
 * <pre>
 * password_reset   account_id · token_hash · author_id · expires_at      the hash itself stands in account.password_hash
 * </pre>
 */
@NullMarked
package im.sparrow.auth.password;

import org.jspecify.annotations.NullMarked;
