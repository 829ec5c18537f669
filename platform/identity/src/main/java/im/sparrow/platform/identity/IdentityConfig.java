package im.sparrow.platform.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Where keys and the service's own token come from. */
@ConfigMapping(prefix = "sparrow.identity")
interface IdentityConfig {

    /** Base URL of auth-service. */
    @WithDefault("${SPARROW_AUTH_URL:http://127.0.0.1:7802}")
    URI authUrl();

    /** The published keys. */
    @WithDefault("${sparrow.identity.auth-url}/.well-known/jwks.json")
    URI jwksUrl();

    /** This service's name to auth-service ({@code gateway}, {@code admin}, {@code bot}); absent when it has no token. */
    Optional<String> serviceName();

    /** This service's own credential. */
    Optional<String> serviceSecret();
}
