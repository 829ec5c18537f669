package im.sparrow.gateway.socket;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * The size of the framework's queues. It gives each socket one for calls that may not overlap, and allocates a piece of
 * 256 places at once: a kilobyte that nobody uses, since what is heard here is done with at once. Smaller pieces are
 * chained when one is full, so nothing is lost by this.
 */
@Singleton
final class QueueSize {

    private static final int PLACES = 16;

    void choose(@Observes StartupEvent starting) {
        Infrastructure.setBufferSizeS(PLACES);
    }
}
