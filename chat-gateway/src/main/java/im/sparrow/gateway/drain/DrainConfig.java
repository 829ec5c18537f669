package im.sparrow.gateway.drain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a gateway that is told to stop sends its clients elsewhere. */
@ConfigMapping(prefix = "sparrow.drain")
public interface DrainConfig {

    /** How long the gateway is not ready before it sends anybody away: what a balancer needs to notice. */
    @WithDefault("1s")
    Duration notice();

    /** How long a client who was told to go still hears the answers to what he asked before. */
    @WithDefault("500ms")
    Duration answers();

    /** Over how long clients are sent away, for each thousand of them; half a second at least, half of within at most. */
    @WithDefault("1s")
    Duration spreadPerThousand();

    /** After how long the rest is closed at once, and answers and records under way are waited for no longer. */
    @WithDefault("10s")
    Duration within();
}
