package im.sparrow.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * Tokens that the services believe: signed by an EC P-256 key of this test JVM, whose public half is served as JWKS by
 * {@link TokensResource}. Any claim can be bent, to see it refused.
 */
public final class TestTokens {
    private TestTokens() {}

    /** A person's access token with all rights of an ordinary user; 10 min, versions 1. */
    public static TestToken user(long id) {
        return new TestToken(key())
                .subject(Long.toString(id))
                .session(id)
                .roles("2")
                .rights("login", "profile", "contact", "speak");
    }

    /** An administrator's access token: rights login, profile, contact and admin, as the role gives. */
    public static TestToken administrator(long id) {
        return user(id).roles("1").rights("login", "profile", "contact", "admin");
    }

    /** A service's own token, as {@code service("gateway")}. */
    public static TestToken service(String name) {
        return new TestToken(key()).subject("service:" + name).rights("service." + name);
    }

    /** The same token as {@link #user}, signed by a key that nobody published, under the published key's id. */
    public static TestToken forged(long id) {
        var stranger = newKey(key().getKeyId());
        return user(id).signedBy(stranger);
    }

    /** The public half as a JWKS document. */
    public static String jwks() {
        return new JsonWebKeySet(key()).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** Where the JWKS is served. Starts the server when nobody has. */
    public static String jwksUrl() {
        return Shared.once(Url.class);
    }

    private static PublicJsonWebKey key() {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(Shared.once(Key.class));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EllipticCurveJsonWebKey newKey(String id) {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            key.setAlgorithm("ES256");
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the key; its text is the whole JWK. */
    static final class Key implements Supplier<String> {
        @Override
        public String get() {
            return newKey("test-key").toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
        }
    }

    /** Serves the public half; its text is the URL. */
    static final class Url implements Supplier<String> {
        @Override
        public String get() {
            try {
                var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                var document = jwks().getBytes(StandardCharsets.UTF_8);
                server.createContext("/.well-known/jwks.json", exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, document.length);
                    exchange.getResponseBody().write(document);
                    exchange.close();
                });
                server.start();
                return "http://127.0.0.1:" + server.getAddress().getPort() + "/.well-known/jwks.json";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
