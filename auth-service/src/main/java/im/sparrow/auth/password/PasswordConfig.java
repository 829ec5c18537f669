package im.sparrow.auth.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** What a password costs, and what guessing does. */
@ConfigMapping(prefix = "sparrow.password")
interface PasswordConfig {

    /** KiB that a new hash takes; older hashes are made again at their next log-in. */
    @WithDefault("19456")
    @Min(8_192)
    @Max(1_048_576)
    int memory();

    /** Passes of a new hash over its memory. */
    @WithDefault("2")
    @Min(1)
    @Max(20)
    int passes();

    /** Passwords that may wait to be hashed; who comes after them is told to try again. */
    @WithDefault("64")
    @Min(1)
    @Max(10_000)
    int queue();

    /** Wrong attempts from one address at one name that cost nothing. */
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

    /** How long a link by which somebody may choose another password is good. */
    @WithDefault("24H")
    Duration resetLife();
}
