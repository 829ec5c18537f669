package im.sparrow.platform.identity;

import im.sparrow.contracts.Claims;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * From a token to who is calling, or why not. The only signature accepted is ES256 under a key of the published list
 * that the token's {@code kid} names; every claim of ours must be there and of its type. A token that comes again is read
 * and checked again, all but the arithmetic of its signature, which costs more than the rest together.
 */
@Singleton
public class TokenVerifier {

    /** Characters of a token; ours are below a thousand. */
    static final int MAX_LENGTH = 8_192;

    /** The library would read past blanks and padding. */
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private static final int LEEWAY_SECONDS = 5;
    private static final int MAX_LIFE_MINUTES = 15;
    private static final AlgorithmConstraints ONLY_ES256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    private final VerificationKeys keys;
    private final RevocationList revocations;
    private final InstantSource time;
    private final KnownSignatures signatures;
    private final SharedRights rights = new SharedRights();

    TokenVerifier(VerificationKeys keys, RevocationList revocations, InstantSource time) {
        this.keys = keys;
        this.revocations = revocations;
        this.time = time;
        this.signatures = new KnownSignatures(keys);
    }

    /**
     * Verifies an access token. May wait up to two seconds when the token names a key that is not known yet, so it is
     * not for an event loop.
     *
     * @param token the compact form
     * @throws Refused {@code token_invalid}, {@code token_expired}, {@code token_stale}, or {@code unavailable} while
     *     no key is known at all, or what was revoked was not read whole since the start
     */
    public Caller verify(String token) {
        return verified(token).caller();
    }

    /** The same, with the claims that smallrye-jwt wants to see. */
    Verified verified(String token) {
        if (token.length() > MAX_LENGTH || !COMPACT.matcher(token).matches()) {
            throw invalid();
        }
        Instant now = time.instant();
        JwtClaims claims = claims(token, now);
        try {
            Caller caller = CallerClaims.read(claims, rights);
            if (caller.service().isEmpty()) {
                notStale(caller.asPerson());
            }
            return new Verified(claims, caller);
        } catch (MalformedClaimException | IllegalArgumentException e) {
            throw invalid();
        }
    }

    private void notStale(Caller.Person person) {
        // What is not known yet after a start may say otherwise.
        boolean whole = revocations.whole();
        if (revocations.stale(person)) {
            throw new Refused(Problem.TOKEN_STALE, "What this token says is no longer true; refresh it.");
        }
        if (!whole) {
            throw new Refused(Problem.UNAVAILABLE, "Tokens cannot be verified yet; try again in a moment.");
        }
    }

    private JwtClaims claims(String token, Instant now) {
        try {
            if (signatures.known(token)) {
                return claimsOnly(now).setSkipSignatureVerification().build().processToClaims(token);
            }
            var signer = new Signer();
            JwtClaims claims =
                    claimsOnly(now).setVerificationKeyResolver(signer).build().processToClaims(token);
            signatures.good(token, signer.kid, signer.key);
            return claims;
        } catch (InvalidJwtException e) {
            if (!keys.known()) {
                throw new Refused(Problem.UNAVAILABLE, "Tokens cannot be verified yet; try again in a moment.");
            }
            boolean onlyExpired = e.hasExpired() && e.getErrorDetails().size() == 1;
            throw onlyExpired ? new Refused(Problem.TOKEN_EXPIRED, "The token's time is over; refresh it.") : invalid();
        }
    }

    private static JwtConsumerBuilder claimsOnly(Instant now) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ONLY_ES256)
                .setExpectedIssuer(true, Claims.ISSUER)
                .setExpectedAudience(true, Claims.AUDIENCE)
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setMaxFutureValidityInMinutes(MAX_LIFE_MINUTES)
                .setAllowedClockSkewInSeconds(LEEWAY_SECONDS)
                .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()));
    }

    /** Finds the key that a token names, and remembers which it was. */
    private final class Signer implements VerificationKeyResolver {

        private @Nullable String kid;
        private @Nullable Key key;

        @Override
        public Key resolveKey(JsonWebSignature jws, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
            kid = jws.getKeyIdHeaderValue();
            Key found = keys.find(kid).orElseThrow(() -> new UnresolvableKeyException("no such key"));
            key = found;
            return found;
        }
    }

    private static Refused invalid() {
        return new Refused(Problem.TOKEN_INVALID, "This is not a token of ours; log in again.");
    }

    /** A verified token in both of its forms. */
    record Verified(JwtClaims claims, Caller caller) {}
}
