package im.sparrow.gateway.fanout;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sockets that were given up because their client does not read, and whose client may still hear why: it reads the
 * code only after all that waits before it. They are in no room and get nothing more.
 *
 * <p>Bound: {@value #BYTES_MAX} bytes wait in all of them together; who comes beyond is cut off.
 */
@Singleton
public final class Stragglers {

    /** Bytes that may wait in all of them. */
    static final long BYTES_MAX = 64L << 20;

    /** How long one may stay: longer than a telephone sleeps in a tunnel. */
    static final Duration STAY = Duration.ofSeconds(90);

    private final AtomicLong waiting = new AtomicLong();

    Stragglers(MeterRegistry metrics) {
        metrics.gauge("sparrow.sockets.stragglers.bytes", waiting);
    }

    /** Whether a socket in which so many bytes wait may stay for {@link #STAY}; it is counted until it is closed. */
    boolean admit(Channel channel, long bytes) {
        if (waiting.addAndGet(bytes) > BYTES_MAX) {
            waiting.addAndGet(-bytes);
            return false;
        }
        channel.closeFuture().addListener(closed -> waiting.addAndGet(-bytes));
        return true;
    }
}
