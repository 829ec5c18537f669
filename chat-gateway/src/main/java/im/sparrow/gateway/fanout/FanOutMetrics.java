package im.sparrow.gateway.fanout;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** How much went out, and how long after it was made. */
@Singleton
final class FanOutMetrics {

    private final Counter deliveries;
    private final Timer latency;
    private final InstantSource time;

    FanOutMetrics(MeterRegistry registry, InstantSource time) {
        this.time = time;
        this.deliveries = Counter.builder("sparrow.fanout.deliveries")
                .description("frames written to sockets from the log's stream")
                .register(registry);
        this.latency = Timer.builder("sparrow.fanout.latency")
                .description("from a message's createdAt to the flush of its frame, per event loop")
                .serviceLevelObjectives(
                        Duration.ofMillis(2),
                        Duration.ofMillis(5),
                        Duration.ofMillis(10),
                        Duration.ofMillis(30),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2))
                .register(registry);
    }

    void delivered(int frames) {
        deliveries.increment(frames);
    }

    /** Frames made at these times, epoch milliseconds, were handed to the system; 0 is not counted. */
    void took(long[] made, int frames) {
        long now = time.millis();
        for (int i = 0; i < frames; i++) {
            if (made[i] > 0) {
                latency.record(Math.max(0, now - made[i]), TimeUnit.MILLISECONDS);
            }
        }
    }
}
