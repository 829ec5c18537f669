package im.sparrow.social;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** The bounds of this service, and how long it keeps and waits. What clients must know too is at {@code /api/v1/limits}. */
@ConfigMapping(prefix = "sparrow.social")
public interface SocialConfig {

    /** Friends one user may have; the next acceptance is refused with {@code too_large}. */
    @WithDefault("5000")
    @Min(1)
    @Max(20_000)
    int friends();

    /** Requests one user may have waiting for an answer; the next is refused with {@code busy}. */
    @WithDefault("200")
    @Min(1)
    @Max(5_000)
    int pendingRequests();

    /** Groups one user may be in; the next is refused with {@code too_large}. */
    @WithDefault("500")
    @Min(1)
    @Max(5_000)
    int groups();

    /** Members one group may have; more are refused with {@code too_large}. */
    @WithDefault("10000")
    @Min(2)
    @Max(10_000)
    int groupMembers();

    /** How long a creation waits for the broker before it answers 202. */
    @WithDefault("2s")
    Duration brokerPatience();

    /** How long deletions and decided requests are kept for clients that were away; after that they start anew. */
    @WithDefault("90d")
    Duration kept();
}
