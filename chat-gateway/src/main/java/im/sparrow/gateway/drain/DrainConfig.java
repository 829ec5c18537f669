package im.sparrow.gateway.drain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How a gateway that is told to stop sends its clients elsewhere. */
@ConfigMapping(prefix = "sparrow.drain")
public interface DrainConfig {

    /** Sockets closed at once. */
    @WithDefault("500")
    @Min(1)
    @Max(100_000)
    int slice();

    /** The pause between two slices. */
    @WithDefault("100ms")
    Duration pause();

    /** Over how long clients are told to come back, for each thousand of them; half a second at least. */
    @WithDefault("1s")
    Duration spreadPerThousand();

    /** After how long the rest is closed at once, and records under way are waited for no longer. */
    @WithDefault("10s")
    Duration within();
}
