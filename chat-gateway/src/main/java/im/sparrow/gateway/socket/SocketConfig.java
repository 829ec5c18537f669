package im.sparrow.gateway.socket;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sockets: who may open one, and for how long it may be silent. */
@ConfigMapping(prefix = "sparrow.sockets")
public interface SocketConfig {

    /** Origins of pages that may open a socket and ask over REST, beside the gateway's own; as {@code https://chat.example.org}. */
    @WithDefault("${SPARROW_ORIGINS:}")
    Optional<List<String>> origins();

    /** Sockets on this gateway; beyond it upgrades are refused with 503. */
    @WithDefault("18000")
    @Min(1)
    @Max(1_000_000)
    int max();

    /** Bytes that may wait for a client who does not read; beyond it his socket is closed with 4409. */
    @WithDefault("1M")
    MemorySize pendingBytes();

    /** How soon the hello, and each of its further parts, must come. */
    @WithDefault("5s")
    Duration helloWithin();

    /** How often a client is asked for a sign of life. */
    @WithDefault("25s")
    Duration pingEvery();

    /** After how long without any sign of life a socket is closed. */
    @WithDefault("60s")
    Duration deadAfter();

    /** How long before its token's end a client is asked for a fresh one. */
    @WithDefault("60s")
    Duration askBefore();

    /** How long a client whose token is no longer true has to bring a fresh one. */
    @WithDefault("30s")
    Duration renewWithin();

    /** Over how long those are spread who are asked because a role was edited. */
    @WithDefault("10s")
    Duration roleJitter();
}
