package im.sparrow.bench.town;

import im.sparrow.contracts.Claims;
import im.sparrow.contracts.Rights;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Access tokens for people who never logged in: signed here, under a key of our own that auth-service is made to publish
 * beside its own. Such a key's private half is not in its table, so it can sign nothing there.
 */
public final class Tokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Duration LIFE = Duration.ofMinutes(14);
    private static final int COORDINATE = 32;
    private static final String USER_ROLE = "2";

    private final String kid;
    private final PrivateKey key;
    private final String jwk;

    private Tokens(String kid, KeyPair pair) {
        this.kid = kid;
        this.key = pair.getPrivate();
        this.jwk = jwk(kid, (ECPublicKey) pair.getPublic());
    }

    /** A new key. */
    public static Tokens make() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new Tokens("bench-" + Long.toString(System.currentTimeMillis(), 36), generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Has the key published: older than any other, so that auth-service never signs with it. Known within a minute. */
    public void publish(Connection auth) throws SQLException {
        try (var old = auth.prepareStatement("DELETE FROM signing_key WHERE kid LIKE 'bench-%'");
                var insert = auth.prepareStatement("INSERT INTO signing_key (kid, public_jwk, private_key, created_at)"
                        + " VALUES (?, ?, '', '2000-01-01')")) {
            old.executeUpdate();
            insert.setString(1, kid);
            insert.setString(2, jwk);
            insert.executeUpdate();
        }
    }

    /** A token of a person with the rights of an ordinary user, for 14 minutes. */
    public String of(long user) {
        Instant now = Instant.now();
        String claims =
                "{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"%d\",\"%s\":\"%d\",\"%s\":%s,\"%s\":[\"%s\"],\"%s\":1,\"%s\":1,\"iat\":%d,\"exp\":%d}"
                        .formatted(
                                Claims.ISSUER,
                                Claims.AUDIENCE,
                                user,
                                Claims.SESSION,
                                user,
                                Claims.RIGHTS,
                                words(List.of(Rights.LOGIN, Rights.PROFILE, Rights.CONTACT, Rights.SPEAK)),
                                Claims.ROLES,
                                USER_ROLE,
                                Claims.USER_VERSION,
                                Claims.ROLES_VERSION,
                                now.getEpochSecond(),
                                now.plus(LIFE).getEpochSecond());
        return signed(encode("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}") + "." + encode(claims));
    }

    private String signed(String text) {
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String jwk(String kid, ECPublicKey key) {
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(
                        kid,
                        coordinate(key.getW().getAffineX()),
                        coordinate(key.getW().getAffineY()));
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int from = Math.max(0, bytes.length - COORDINATE);
        byte[] digits = Arrays.copyOfRange(bytes, from, bytes.length);
        System.arraycopy(digits, 0, fixed, COORDINATE - digits.length, digits.length);
        return BASE64.encodeToString(fixed);
    }

    private static String words(List<String> words) {
        return "[\"" + String.join("\",\"", words) + "\"]";
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
