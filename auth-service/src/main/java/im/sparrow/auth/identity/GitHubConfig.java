package im.sparrow.auth.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Logging in with GitHub: off until both the id and the secret of an application there are given. */
@ConfigMapping(prefix = "sparrow.github")
public interface GitHubConfig {

    /** The application's id. */
    Optional<String> clientId();

    /** The application's secret. */
    Optional<String> clientSecret();

    /** Where GitHub is; another for one of a company's own. */
    @WithDefault("https://github.com")
    URI url();

    /** Where its interface for programs is. */
    @WithDefault("https://api.github.com")
    URI apiUrl();

    /**
     * The address at which people's browsers see this installation, such as {@code https://chat.example.com}. Without it,
     * what the gateway says of the request.
     */
    Optional<URI> publicUrl();

    /** Whether it is on. */
    default boolean on() {
        return clientId().filter(id -> !id.isBlank()).isPresent()
                && clientSecret().filter(secret -> !secret.isBlank()).isPresent();
    }
}
