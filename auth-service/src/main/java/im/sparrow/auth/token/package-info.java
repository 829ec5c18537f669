/**
 * Newcomers look for a shared secret; there is none. Access tokens are signed with keys of this service's own, each replaced after a month, whose
 * public half everybody may read and whose private half is stored encrypted and never leaves this service.
 *
 * <p>This room derives keys from the master key, keeps the signing keys, signs tokens of people and of services. It never
 * decides what somebody may do, and never verifies a token: {@code platform/identity} does, as everywhere.
 *
 * <pre>
 * signing_key    kid · public_jwk · private_key (AES-256-GCM) · created_at · signs_from
 * </pre>
 */
@NullMarked
package im.sparrow.auth.token;

import org.jspecify.annotations.NullMarked;
