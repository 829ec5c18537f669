/**
 * Newcomers check a code against a clock alone; a code is also good only once, so the newest time step that was used is
 * stored, and an older one is refused although it still matches. This room keeps the secret of an authenticator app, checks
 * its codes, and gives recovery codes to who may lose it.
 *
 * <p>It never stores a secret in the clear or a recovery code at all, and never shows either a second time.
 *
 * <pre>
 * second_factor   account_id · secret (AES-256-GCM) · confirmed · last_step       recovery_code   account_id, code_hash
 *
 *   off ──begin──▶ begun (log-in asks for nothing yet) ──confirm by a code──▶ on ──end by a code──▶ off
 * </pre>
 */
@NullMarked
package im.sparrow.auth.secondfactor;

import org.jspecify.annotations.NullMarked;
