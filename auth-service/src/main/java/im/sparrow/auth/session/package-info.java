/**
 * Newcomers take a session for a socket; it is a log-in on a device, and lives until it is ended or not used for a month.
 * This room opens sessions, rotates their refresh tokens, and ends them.
 *
 * <p>A refresh token is used once. For twenty seconds the used one is answered with the same successor, because answers get
 * lost and browsers have tabs; after that its use means that somebody has a copy, and the session ends. It never stores a
 * refresh token, not even hashed: the token of a generation is derived.
 *
 * <pre>
 *   open ──refresh──▶ open (generation + 1)
 *   open ──log-out, ended from elsewhere, reuse, too many──▶ ended      open ──idle_until or ends_at──▶ over
 * </pre>
 */
@NullMarked
package im.sparrow.auth.session;

import org.jspecify.annotations.NullMarked;
