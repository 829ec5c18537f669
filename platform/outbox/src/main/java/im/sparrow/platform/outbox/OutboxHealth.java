package im.sparrow.platform.outbox;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** What waits in the outbox is shown, but a broker that is away takes nobody's readiness: rows wait for it. */
@Singleton
class OutboxHealth {

    private final Relay relay;

    OutboxHealth(Relay relay) {
        this.relay = relay;
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck waiting() {
        return () -> HealthCheckResponse.named("outbox")
                .withData("unsent", relay.backlog().rows())
                .withData("brokerAway", relay.brokerAway())
                .withData("leading", relay.leading())
                .up()
                .build();
    }

    @Produces
    @Singleton
    @Liveness
    HealthCheck running() {
        return () ->
                HealthCheckResponse.named("outbox relay").status(!relay.dead()).build();
    }
}
