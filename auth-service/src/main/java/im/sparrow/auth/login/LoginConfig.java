package im.sparrow.auth.login;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How people get in. */
@ConfigMapping(prefix = "sparrow.login")
interface LoginConfig {

    /** Whether anybody may register. */
    @WithDefault("true")
    boolean registrationOpen();

    /** Wrong attempts that cost nothing. */
    @WithDefault("5")
    @Min(1)
    @Max(100)
    int freeAttempts();

    /** The longest wait after a wrong attempt. */
    @WithDefault("5M")
    Duration longestWait();

    /** Names and addresses whose wrong attempts are remembered at once; the longest unused is forgotten first. */
    @WithDefault("10000")
    @Min(100)
    @Max(1_000_000)
    int remembered();

    /** Passwords that may wait to be hashed; who comes after them is told to try again. */
    @WithDefault("64")
    @Min(1)
    @Max(10_000)
    int hashQueue();
}
