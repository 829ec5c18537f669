package im.sparrow.message.writer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/** The writer's settings. */
@ConfigMapping(prefix = "sparrow.writer")
interface WriterConfig {

    /** Whether this instance writes. */
    @WithDefault("true")
    boolean enabled();

    /** The consumer group that shares the partitions. */
    @WithDefault("message-writer")
    @NotBlank
    String group();

    /**
     * This instance's name in the group, another for each instance and the same after a restart: then it gets its
     * partitions back at once.
     */
    @WithDefault("${SPARROW_INSTANCE:${HOSTNAME:one}}")
    @NotBlank
    String instance();

    /** How often offsets are committed at most. */
    @WithDefault("200ms")
    Duration commitEvery();

    /** How long a frame waits for company before it is sent. */
    @WithDefault("0ms")
    Duration linger();

    /** Partitions of the event topic. */
    @WithDefault("${sparrow.topic-partitions}")
    @Min(1)
    @Max(1_000)
    int partitions();
}
