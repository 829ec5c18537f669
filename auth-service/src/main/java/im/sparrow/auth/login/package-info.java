/**
 * Newcomers compare passwords here; they are hashed with Argon2id on a pool of their own, since one hash costs 19 MiB and
 * fifty milliseconds of a core, and a storm of log-ins must not slow anything else. This room registers people, lets them
 * in, keeps them in, and lets them go.
 *
 * <p>It never says whether a name or a password was wrong, by words or by time, never locks an account because somebody
 * else tried, and never writes a password or token to a log.
 */
@NullMarked
package im.sparrow.auth.login;

import org.jspecify.annotations.NullMarked;
