/**
 * Newcomers check a token's signature and trust the rest; a token is true only as long as nothing that concerns it has
 * changed. Every service verifies by itself here: signature and claims against the published keys, then the token's
 * numbers against {@code im.revocation.v1}, which is read whole before the service is ready.
 *
 * <p>{@link im.sparrow.platform.identity.TokenVerifier} is the one way from a token to a
 * {@link im.sparrow.platform.identity.Caller}; smallrye-jwt, {@code @RolesAllowed} and sockets all go through it. This
 * room never signs a token, never compares clocks to decide what is stale, and never logs a token.
 */
@NullMarked
package im.sparrow.platform.identity;

import org.jspecify.annotations.NullMarked;
