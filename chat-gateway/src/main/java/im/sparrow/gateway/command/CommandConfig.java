package im.sparrow.gateway.command;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How commands travel. */
@ConfigMapping(prefix = "sparrow.commands")
public interface CommandConfig {

    /** How long a record waits for company: 1 ms costs that much and halves the broker's work under load. */
    @WithDefault("1ms")
    Duration linger();

    /** After how long without the broker's acknowledgement, or over REST without an outcome, a client is told. */
    @WithDefault("5s")
    Duration patience();

    /** How long a REST call's id stays known after its answer was given up. */
    @WithDefault("120s")
    Duration memory();

    /** Commands on their way to the producer; beyond it they are refused. */
    @WithDefault("10000")
    @Min(1)
    @Max(1_000_000)
    int queue();

    /** Commands of one socket that the broker has not acknowledged, and REST commands of one user without outcome. */
    @WithDefault("64")
    @Min(1)
    @Max(10_000)
    int unfinished();
}
