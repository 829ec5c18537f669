package im.sparrow.auth.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Secrets and lives of tokens. */
@ConfigMapping(prefix = "sparrow.token")
interface TokenConfig {

    /** What every key of this service is derived from; 32 characters or more. */
    Optional<String> masterKey();

    /** How long a person's access token lives; every verifier refuses more than 15 minutes. */
    @WithDefault("10M")
    Duration life();

    /** How long a service's own token lives. */
    @WithDefault("5M")
    Duration serviceLife();

    /** How old a signing key gets before another takes its place. */
    @WithDefault("30D")
    Duration keyAge();

    /** How long a new key is published before it signs. */
    @WithDefault("5M")
    Duration keyLead();

    /** How long an old key stays published after it signed last; longer than any token lives. */
    @WithDefault("30M")
    Duration keyOverlap();

    /** The credential of each service that may have a token, by its name. One without a value gets none. */
    Map<String, Optional<String>> services();
}
