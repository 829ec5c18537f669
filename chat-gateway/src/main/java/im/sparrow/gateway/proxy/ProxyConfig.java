package im.sparrow.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;

/** Where the services are, and how much may be under way to each. */
@ConfigMapping(prefix = "sparrow.upstream")
public interface ProxyConfig {

    /** auth-service. */
    URI auth();

    /** social-service. */
    URI social();

    /** message-service. */
    URI message();

    /** How long connecting may take. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** How long a connection may be silent while a request is under way; longer answers are cut. */
    @WithDefault("30S")
    Duration idleTimeout();

    /** Connections to each service. */
    @WithDefault("64")
    @Min(1)
    @Max(1024)
    int connections();

    /** Bytes of a request's body; media are not bound by it but by their owner. Beyond it the answer is 413. */
    @WithDefault("64K")
    MemorySize bodyBytes();

    /** Requests that wait for a connection; above it the answer is 503. */
    @WithDefault("256")
    @Min(1)
    @Max(10_000)
    int waiting();

    /** The address of a service. */
    default URI of(Upstream upstream) {
        return switch (upstream) {
            case AUTH -> auth();
            case SOCIAL -> social();
            case MESSAGE -> message();
        };
    }
}
