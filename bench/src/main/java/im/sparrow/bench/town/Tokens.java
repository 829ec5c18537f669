package im.sparrow.bench.town;

import im.sparrow.contracts.Claims;
import im.sparrow.contracts.Rights;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
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

    /** The key of an earlier run against the same installation, or a new one that is kept for the next. */
    static Tokens in(Path file) {
        try {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                var keys = KeyFactory.getInstance("EC");
                Base64.Decoder decoder = Base64.getDecoder();
                return new Tokens(
                        lines.get(0),
                        new KeyPair(
                                keys.generatePublic(new X509EncodedKeySpec(decoder.decode(lines.get(1)))),
                                keys.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(lines.get(2))))));
            }
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            String kid = "bench-" + Long.toString(System.currentTimeMillis(), 36);
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder encoder = Base64.getEncoder();
            Files.write(
                    file,
                    List.of(
                            kid,
                            encoder.encodeToString(pair.getPublic().getEncoded()),
                            encoder.encodeToString(pair.getPrivate().getEncoded())));
            return new Tokens(kid, pair);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no key to sign with: " + e.getMessage(), e);
        }
    }

    /** Has the key published, unless it is, as one whose time to sign has not come. Known within a minute. */
    public void publish(Connection auth) throws SQLException {
        try (var insert = auth.prepareStatement(
                "INSERT IGNORE INTO signing_key (kid, public_jwk, private_key, created_at, signs_from)"
                        + " VALUES (?, ?, '', UTC_TIMESTAMP(6), '9000-01-01')")) {
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
