package im.sparrow.e2e.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens made of a good one by somebody without our key, each under the name of the trick. */
public final class Forgeries {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String header;
    private final String claims;
    private final byte[] signature;
    private final String kid;
    private final KeyPair own;
    private final Map<String, String> all = new LinkedHashMap<>();

    private Forgeries(String good) throws IOException, GeneralSecurityException {
        var parts = good.split("\\.", -1);
        header = parts[0];
        claims = parts[1];
        signature = Base64.getUrlDecoder().decode(parts[2]);
        kid = json(header).path("kid").asText();
        var keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        own = keys.generateKeyPair();
    }

    /** All of them, made of a good token and the published keys. */
    public static Map<String, String> of(String good, JsonNode jwks) throws IOException, GeneralSecurityException {
        var forgeries = new Forgeries(good);
        forgeries.algorithms(jwks);
        forgeries.signatures();
        forgeries.headers();
        forgeries.claims();
        forgeries.oneClaim();
        forgeries.shapes();
        return forgeries.all;
    }

    /** The simplest: another end under the old signature. */
    static String longer(String good) {
        var parts = good.split("\\.", -1);
        try {
            var claims = (ObjectNode) json(parts[1]);
            return parts[0] + "." + url(claims.put("exp", claims.path("exp").asLong() + 60)) + "." + parts[2];
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void algorithms(JsonNode jwks) throws GeneralSecurityException {
        for (var none : List.of("none", "None", "NONE", "nOnE", "")) {
            all.put("algorithm '" + none + "' unsigned", url(head(none)) + "." + claims + ".");
            var kept = url(head(none)) + "." + claims + "." + url(signature);
            all.put("algorithm '" + none + "' with the old signature", kept);
        }
        var published = jwks.path("keys").get(0).toString().getBytes(StandardCharsets.UTF_8);
        for (var hash : List.of("256", "384", "512")) {
            var mac = Mac.getInstance("HmacSHA" + hash);
            mac.init(new SecretKeySpec(published, "Hmac"));
            var signed = url(head("HS" + hash)) + "." + claims;
            all.put("HS" + hash + " under the published key", signed + "." + url(mac.doFinal(ascii(signed))));
        }
        for (var other : List.of("RS256", "PS256", "ES384", "ES512", "EdDSA", "ES256K")) {
            all.put("algorithm " + other, url(head(other)) + "." + claims + "." + url(signature));
        }
    }

    private void signatures() throws GeneralSecurityException {
        var unsigned = header + "." + claims;
        all.put("no signature", unsigned + ".");
        all.put("no signature and no dot", unsigned);
        all.put("zeros for r and s", unsigned + "." + url(new byte[signature.length]));
        all.put("half a signature", unsigned + "." + url(Arrays.copyOf(signature, signature.length / 2)));
        var flipped = signature.clone();
        flipped[7] ^= 1;
        all.put("a flipped bit", unsigned + "." + url(flipped));
        all.put("a longer signature", unsigned + "." + url(Arrays.copyOf(signature, signature.length + 1)));
        all.put("signed by another key under the published name", sign(head("ES256"), claims));
        all.put("four parts", unsigned + "." + url(signature) + ".");
        all.put("padding", unsigned + "." + url(signature) + "=");
    }

    private void headers() throws GeneralSecurityException {
        for (var name : List.of("nobody", "../../../etc/passwd", "' OR '1'='1", "https://evil.example/key", "")) {
            all.put("kid '" + name + "'", sign(head("ES256").put("kid", name), claims));
        }
        var key = JSON.createObjectNode().put("kty", "EC").put("crv", "P-256");
        var point = ((ECPublicKey) own.getPublic()).getW();
        key.put("x", url(fixed(point.getAffineX()))).put("y", url(fixed(point.getAffineY())));
        var withKey = head("ES256");
        withKey.remove("kid");
        withKey.set("jwk", key);
        all.put("brings its own key", sign(withKey, claims));
        all.put("says where its key is", sign(head("ES256").put("jku", "https://evil.example/jwks"), claims));
        all.put("says where its certificate is", sign(head("ES256").put("x5u", "https://evil.example/x5"), claims));
        var critical = head("ES256");
        critical.putArray("crit").add("exp");
        all.put("has something critical", url(critical) + "." + claims + "." + url(signature));
        all.put("is packed", url(head("ES256").put("zip", "DEF")) + "." + claims + "." + url(signature));
    }

    private void claims() throws GeneralSecurityException {
        try {
            for (var change : List.of("sub", "sid", "exp", "ver", "rv")) {
                var other = (ObjectNode) json(claims);
                if (other.path(change).isTextual()) {
                    other.put(change, "2");
                } else {
                    other.put(change, other.path(change).asLong() + 100);
                }
                var changed = header + "." + url(other) + "." + url(signature);
                all.put("another " + change + " under the old signature", changed);
            }
            var admin = (ObjectNode) json(claims);
            admin.putArray("groups").add("login").add("admin");
            all.put("more rights under the old signature", header + "." + url(admin) + "." + url(signature));
            all.put("more rights under another key", sign(head("ES256"), url(admin)));
            var service = (ObjectNode) json(claims);
            service.put("sub", "service:gateway").putArray("groups").add("service.gateway");
            all.put("calls itself a service", sign(head("ES256"), url(service)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One claim is another, and nobody has signed that. */
    private void oneClaim() {
        var changes = new LinkedHashMap<String, String>();
        changes.put("an audience of somebody else's", "\"aud\":\"other\"");
        changes.put("an issuer of somebody else's", "\"iss\":\"other\"");
        changes.put("a time it begins", "\"nbf\":4102444800");
        changes.put("a time it was made", "\"iat\":1");
        changes.put("the administrator's role", "\"roles\":[\"1\"]");
        changes.put("an end of its sanction", "\"until\":1");
        changes.put("an end that is text", "\"exp\":\"4102444800\"");
        changes.put("an end with a fraction", "\"exp\":4102444800.5");
        changes.put("an end beyond every number", "\"exp\":9223372036854775808");
        changes.put("an end before all time", "\"exp\":-1");
        changes.put("no end", "\"exp\":null");
        changes.put("a user nobody sees the difference of", "\"sub\":\"1\\u200b\"");
        var text = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
        changes.forEach((name, claim) -> {
            // The last of two wins with some readers, the first with others.
            var last = text.substring(0, text.length() - 1) + "," + claim + "}";
            var first = "{" + claim + "," + text.substring(1);
            all.put(name + ", last", header + "." + utf8(last) + "." + url(signature));
            all.put(name + ", first", header + "." + utf8(first) + "." + url(signature));
        });
    }

    /** The good token in other clothes. */
    private void shapes() {
        var rest = claims + "." + url(signature);
        all.put("algorithm in small letters", url(head("es256")) + "." + rest);
        all.put("says it is a refresh token", url(head("ES256").put("typ", "refresh")) + "." + rest);
        all.put("says it holds another", url(head("ES256").put("cty", "JWT")) + "." + rest);
        all.put("says it is not encoded", url(head("ES256").put("b64", false)) + "." + rest);
        all.put("five parts", header + "." + rest + "." + claims + "." + header);
        all.put("a blank within", header + "." + claims + " ." + url(signature));
        all.put("twice", header + "." + rest + "," + header + "." + rest);
        var half = signature.length / 2;
        var swapped = new byte[signature.length];
        System.arraycopy(signature, half, swapped, 0, half);
        System.arraycopy(signature, 0, swapped, half, half);
        all.put("r and s swapped", header + "." + claims + "." + url(swapped));
        all.put("the signature of another encoding", header + "." + claims + "." + url(der()));
    }

    private byte[] der() {
        var half = signature.length / 2;
        var der = new byte[signature.length + 8];
        der[0] = 0x30;
        der[1] = (byte) (signature.length + 6);
        for (int part = 0; part < 2; part++) {
            int at = 2 + part * (half + 3);
            der[at] = 0x02;
            der[at + 1] = (byte) (half + 1);
            System.arraycopy(signature, part * half, der, at + 3, half);
        }
        return der;
    }

    private ObjectNode head(String algorithm) {
        return JSON.createObjectNode().put("alg", algorithm).put("typ", "JWT").put("kid", kid);
    }

    private String sign(ObjectNode head, String claims) throws GeneralSecurityException {
        var signed = url(head) + "." + claims;
        var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
        signer.initSign(own.getPrivate());
        signer.update(ascii(signed));
        return signed + "." + url(signer.sign());
    }

    private static byte[] fixed(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static JsonNode json(String part) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(part));
    }

    private static String utf8(String text) {
        return url(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String url(ObjectNode json) {
        return url(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
