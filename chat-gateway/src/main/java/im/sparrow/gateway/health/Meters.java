package im.sparrow.gateway.health;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What is not measured, because it would say something wrong. */
final class Meters {

    /** Each HTTP server of the process registers it and only the first is counted; {@code sparrow.sockets} is true. */
    private static final String CONNECTIONS = "vertx.http.connections.current";

    @Produces
    @Singleton
    MeterFilter noConnectionsOfOneServer() {
        return MeterFilter.denyNameStartsWith(CONNECTIONS);
    }
}
