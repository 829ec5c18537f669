package im.sparrow.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What a client may do how often. */
@ConfigMapping(prefix = "sparrow.limits")
public interface LimitsConfig {

    /** Sends and other commands a second and user, over all of his sockets and REST calls here. */
    @WithDefault("20")
    @Min(1)
    @Max(100_000)
    int sendsPerSecond();

    /** Commands that may come at once. */
    @WithDefault("60")
    @Min(1)
    @Max(100_000)
    int sendBurst();

    /** Frames of any kind a second and socket. */
    @WithDefault("100")
    @Min(1)
    @Max(100_000)
    int framesPerSecond();

    /** Frames that may come at once. */
    @WithDefault("600")
    @Min(1)
    @Max(100_000)
    int frameBurst();

    /** Sockets of one user on this gateway. */
    @WithDefault("20")
    @Min(1)
    @Max(10_000)
    int socketsPerUser();
}
