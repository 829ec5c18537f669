package im.sparrow.platform.identity;

import im.sparrow.testing.TestToken;
import im.sparrow.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.params.provider.Arguments;

/** Tokens that must not be taken, each with what is wrong with it. The moment they are made for is fixed. */
final class AttackTokens {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String KID = "test-key";

    private AttackTokens() {}

    /** A token that is taken at the moment. */
    static TestToken good(Instant now) {
        return TestTokens.user(7).issued(now).expires(now.plusSeconds(600));
    }

    static Stream<Arguments> all() {
        List<Arguments> attacks = new ArrayList<>();
        signatures(attacks);
        headers(attacks);
        claims(attacks);
        shapes(attacks);
        return attacks.stream();
    }

    private static void signatures(List<Arguments> attacks) {
        String good = good(NOW).sign();
        String unsigned = good.substring(0, good.lastIndexOf('.') + 1);
        byte[] signature = Base64.getUrlDecoder().decode(good.substring(good.lastIndexOf('.') + 1));
        add(attacks, "no signature", unsigned);
        add(attacks, "a signature of zeros", unsigned + url(new byte[64]));
        add(attacks, "half a signature", unsigned + url(Arrays.copyOf(signature, 32)));
        signature[10] ^= 1;
        add(attacks, "a flipped bit", unsigned + url(signature));
        add(
                attacks,
                "another key under the published name",
                TestTokens.forged(7).issued(NOW).expires(NOW.plusSeconds(600)).sign());
        add(
                attacks,
                "another payload under a good signature",
                swapPayload(good, good(NOW).rights("admin").sign()));
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            add(attacks, "algorithm '" + none + "'", join(header(none, KID), payload(good)) + ".");
        }
        for (String hmac : List.of("HS256", "HS384", "HS512")) {
            add(attacks, hmac + " under the public key", hmacSigned(hmac, good));
        }
        for (String other : List.of("RS256", "PS256", "ES384", "ES512", "EdDSA", "ES256K")) {
            add(attacks, "algorithm " + other, join(header(other, KID), payload(good)) + "." + url(new byte[64]));
        }
    }

    private static void headers(List<Arguments> attacks) {
        String payload = payload(good(NOW).sign());
        String zeros = "." + url(new byte[64]);
        for (String kid :
                List.of("nobody", "../../etc/passwd", "' OR 1=1 --", "http://evil.example/key", "", "\\u0000")) {
            add(attacks, "kid '" + kid + "'", join(header("ES256", kid), payload) + zeros);
        }
        add(attacks, "no kid", join("{\"alg\":\"ES256\"}", payload) + zeros);
        Map<String, String> extras = Map.of(
                "jku", "\"https://evil.example/jwks\"",
                "x5u", "\"https://evil.example/x5\"",
                "jwk", "{\"kty\":\"oct\",\"k\":\"AA\"}",
                "x5c", "[\"AA\"]",
                "crit", "[\"exp\"]",
                "b64", "false",
                "zip", "\"DEF\"");
        extras.forEach((name, value) -> add(
                attacks,
                "header " + name,
                join("{\"alg\":\"ES256\",\"kid\":\"" + KID + "\",\"" + name + "\":" + value + "}", payload) + zeros));
    }

    private static void claims(List<Arguments> attacks) {
        add(attacks, "another issuer", good(NOW).claim("iss", "evil").sign());
        add(attacks, "another audience", good(NOW).claim("aud", "evil").sign());
        add(
                attacks,
                "not valid yet",
                good(NOW).claim("nbf", NOW.plusSeconds(60).getEpochSecond()).sign());
        add(attacks, "lives too long", good(NOW).expires(NOW.plusSeconds(3600)).sign());
        add(
                attacks,
                "expired and from another issuer",
                good(NOW).expires(NOW.minusSeconds(60)).claim("iss", "x").sign());
        for (String name : List.of("iss", "aud", "sub", "exp", "iat", "sid", "groups", "roles", "ver", "rv")) {
            add(attacks, "without " + name, good(NOW).without(name).sign());
        }
        Map<String, List<Object>> wrong = Map.of(
                "exp", List.of("tomorrow", true),
                "sub", List.of("", "0", "-7", "07", "7 ", "abc", "9223372036854775808", "７", "service:", "service:x"),
                "sid", List.of("0", 7, "x"),
                "groups", List.of("admin", 1, Map.of("a", 1), List.of("service.gateway"), List.of("login", 7)),
                "roles", List.of("2", List.of("x"), List.of(2)),
                "ver", List.of("1", -1, 1.5, true),
                "rv", List.of("1", -1, List.of(1)),
                "until", List.of("soon", true));
        wrong.forEach((name, values) -> values.forEach(value ->
                add(attacks, name + " = " + value, good(NOW).claim(name, value).sign())));
        add(attacks, "a service with a person's rights", service("service.gateway", "admin"));
        add(attacks, "a service with another's right", service("service.admin"));
        add(attacks, "a service without right", service());
    }

    private static void shapes(List<Arguments> attacks) {
        String good = good(NOW).sign();
        add(attacks, "nothing", "");
        add(attacks, "a word", "token");
        add(attacks, "two parts", good.substring(0, good.lastIndexOf('.')));
        add(attacks, "four parts", good + ".x");
        add(attacks, "five parts, as if encrypted", "a.b.c.d.e");
        add(attacks, "trailing text", good + " ");
        add(attacks, "bad base64", "!" + good.substring(1));
        add(attacks, "too long", good + "A".repeat(TokenVerifier.MAX_LENGTH));
        add(attacks, "not JSON", url("{") + "." + url("{") + "." + url(new byte[64]));
        add(attacks, "a token in a token", join(header("ES256", KID), url(good)) + "." + url(new byte[64]));
    }

    private static String service(String... rights) {
        return TestTokens.service("gateway")
                .rights(rights)
                .issued(NOW)
                .expires(NOW.plusSeconds(300))
                .sign();
    }

    private static void add(List<Arguments> attacks, String what, String token) {
        attacks.add(Arguments.of(what, token));
    }

    private static String header(String algorithm, String kid) {
        return "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + kid + "\",\"typ\":\"JWT\"}";
    }

    private static String join(String header, String encodedPayload) {
        return url(header) + "." + encodedPayload;
    }

    private static String payload(String token) {
        return token.split("\\.", -1)[1];
    }

    private static String swapPayload(String token, String other) {
        String[] parts = token.split("\\.", -1);
        return parts[0] + "." + payload(other) + "." + parts[2];
    }

    private static String hmacSigned(String algorithm, String good) {
        try {
            PublicKey published = (PublicKey) new JsonWebKeySet(TestTokens.jwks())
                    .getJsonWebKeys()
                    .getFirst()
                    .getKey();
            String signed = join(header(algorithm, KID), payload(good));
            String name = "Hmac" + algorithm.replace("HS", "SHA");
            var mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(published.getEncoded(), name));
            return signed + "." + url(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (Exception e) { // three unrelated checked ones, none of which can happen
            throw new IllegalStateException(e);
        }
    }

    private static String url(String text) {
        return url(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
