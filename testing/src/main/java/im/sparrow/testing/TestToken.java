package im.sparrow.testing;

import im.sparrow.contracts.Claims;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** A token in the making; {@link #sign} ends it. */
public final class TestToken {
    private final JwtClaims claims = new JwtClaims();
    private PublicJsonWebKey key;

    TestToken(PublicJsonWebKey key) {
        this.key = key;
        claims.setIssuer(Claims.ISSUER);
        claims.setAudience(Claims.AUDIENCE);
        issued(Instant.now());
        expires(Instant.now().plus(Duration.ofMinutes(10)));
        versions(1, 1);
    }

    /** The user's id, or {@code service:<name>}. */
    public TestToken subject(String subject) {
        claims.setSubject(subject);
        return this;
    }

    /** The session's id. */
    public TestToken session(long sid) {
        return claim(Claims.SESSION, Long.toString(sid));
    }

    /** The effective rights, all of them. */
    public TestToken rights(String... rights) {
        return claim(Claims.RIGHTS, List.of(rights));
    }

    /** The ids of the user's roles. */
    public TestToken roles(String... ids) {
        return claim(Claims.ROLES, List.of(ids));
    }

    /** The user's version and the role table's. */
    public TestToken versions(long user, long roles) {
        return claim(Claims.USER_VERSION, user).claim(Claims.ROLES_VERSION, roles);
    }

    /** The end of a live sanction. */
    public TestToken until(Instant end) {
        return claim(Claims.UNTIL, end.getEpochSecond());
    }

    /** When the token was made. */
    public TestToken issued(Instant instant) {
        claims.setIssuedAt(NumericDate.fromSeconds(instant.getEpochSecond()));
        return this;
    }

    /** When the token ends; may be past. */
    public TestToken expires(Instant instant) {
        claims.setExpirationTime(NumericDate.fromSeconds(instant.getEpochSecond()));
        return this;
    }

    /** Any claim, with any value. */
    public TestToken claim(String name, Object value) {
        claims.setClaim(name, value);
        return this;
    }

    /** Takes a claim out. */
    public TestToken without(String name) {
        claims.unsetClaim(name);
        return this;
    }

    TestToken signedBy(PublicJsonWebKey other) {
        key = other;
        return this;
    }

    /** The token's compact text. */
    public String sign() {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setHeader("typ", "JWT");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
