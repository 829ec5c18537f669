package im.sparrow.platform.identity;

import java.security.Key;
import java.util.Map;
import java.util.stream.Collectors;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Reads a JWKS document; what is not a P-256 key with a name is passed over. */
final class Jwks {

    private Jwks() {}

    /** Public keys by their {@code kid}. */
    static Map<String, Key> read(String document) throws JoseException {
        return new JsonWebKeySet(document)
                .getJsonWebKeys().stream()
                        .filter(Jwks::usable)
                        .collect(Collectors.toUnmodifiableMap(
                                JsonWebKey::getKeyId, JsonWebKey::getKey, (first, second) -> first));
    }

    private static boolean usable(JsonWebKey key) {
        return key.getKeyId() != null
                && key instanceof EllipticCurveJsonWebKey curve
                && "P-256".equals(curve.getCurveName());
    }
}
