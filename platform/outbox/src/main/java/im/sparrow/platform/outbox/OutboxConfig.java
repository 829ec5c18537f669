package im.sparrow.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the relay. The defaults are the design's; tests shorten them. */
@ConfigMapping(prefix = "sparrow.outbox")
interface OutboxConfig {

    /** Whether this instance runs a relay at all. */
    @WithDefault("true")
    boolean relay();

    /** How often the relay looks for rows that nobody woke it for; also its pause after a failure. */
    @WithDefault("1s")
    Duration tick();

    /** How long the lease lasts from each renewal, database time; longer than {@link #maxBlock} and {@link #delivery}. */
    @WithDefault("10s")
    Duration lease();

    /** How long the broker may take to acknowledge one wave. */
    @WithDefault("5s")
    Duration delivery();

    /** How long the producer may look for the broker before a wave is given up. */
    @WithDefault("2s")
    Duration maxBlock();

    /** Rows read, published and marked at once. */
    @WithDefault("200")
    int batch();

    /** How far before the newest sent row everything is sent again. */
    @WithDefault("10m")
    Duration again();

    /** How long a sent row is kept, counted to the newest sent row. */
    @WithDefault("1h")
    Duration keep();
}
