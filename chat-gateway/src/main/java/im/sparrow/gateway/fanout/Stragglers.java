package im.sparrow.gateway.fanout;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sockets that were given up because their client does not read, and whose client may still hear why: it reads the
 * code only after all that waits before it. They are in no room and get nothing more.
 *
 * <p>Bound: {@value #MAX} of them, so with the bound of each a fixed amount of memory; who comes beyond is cut off.
 */
@Singleton
public final class Stragglers {

    /** How many may stay. */
    static final int MAX = 64;

    /** How long one may stay: longer than a telephone sleeps in a tunnel. */
    static final Duration STAY = Duration.ofSeconds(90);

    private final Set<Channel> staying = ConcurrentHashMap.newKeySet();

    Stragglers(MeterRegistry metrics) {
        metrics.gaugeCollectionSize("sparrow.sockets.stragglers", List.of(), staying);
    }

    /** Whether a socket may stay for {@link #STAY}; it is counted until it is closed. */
    synchronized boolean admit(Channel channel) {
        if (staying.size() >= MAX) {
            return false;
        }
        staying.add(channel);
        channel.closeFuture().addListener(closed -> staying.remove(channel));
        return true;
    }
}
