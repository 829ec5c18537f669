package im.sparrow.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** How much waits and for how long: the two figures to raise an alarm on. */
@Singleton
class OutboxMetrics {

    void register(@Observes StartupEvent starting, MeterRegistry registry, Relay relay, InstantSource clock) {
        Gauge.builder("sparrow.outbox.unsent", relay, r -> r.backlog().rows())
                .description("Rows that the broker does not have yet")
                .register(registry);
        Gauge.builder("sparrow.outbox.age", relay, r -> age(r, clock))
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("sparrow.outbox.broker.away", relay, r -> r.brokerAway() ? 1 : 0)
                .description("1 while the broker takes nothing")
                .register(registry);
        Gauge.builder("sparrow.outbox.leading", relay, r -> r.leading() ? 1 : 0)
                .description("1 where this instance's relay publishes")
                .register(registry);
    }

    private static double age(Relay relay, InstantSource clock) {
        return relay.backlog()
                .oldest()
                .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1_000.0)
                .orElse(0.0);
    }
}
