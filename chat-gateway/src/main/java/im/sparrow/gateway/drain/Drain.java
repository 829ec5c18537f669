package im.sparrow.gateway.drain;

import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.gateway.command.CommandSender;
import im.sparrow.gateway.socket.Connections;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Empties the gateway before it stops, while everything still works: no new sockets, {@code bye} to all with delays that
 * spread their return, closed with 1012 in slices, and what was given to the producer is delivered.
 */
@Singleton
class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final Duration LEAST_SPREAD = Duration.ofMillis(500);
    private static final int THOUSAND = 1_000;

    private final Connections connections;
    private final CommandSender sender;
    private final DrainConfig config;

    Drain(Connections connections, CommandSender sender, DrainConfig config) {
        this.connections = connections;
        this.sender = sender;
        this.config = config;
    }

    void drain(@Observes ShutdownDelayInitiatedEvent stopping) {
        connections.refuseNew();
        long end = System.nanoTime() + config.within().toNanos();
        int sockets = connections.size();
        try {
            if (sockets > 0) {
                LOG.infof("sending %d clients elsewhere", sockets);
                connections.sayBye(CloseCode.DRAINING, spread(sockets));
                while (connections.size() > 0 && System.nanoTime() < end) {
                    Thread.sleep(config.pause());
                    connections.close(config.slice(), CloseCode.DRAINING);
                }
                connections.close(Integer.MAX_VALUE, CloseCode.DRAINING);
            }
            deliver(end - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration spread(int sockets) {
        Duration spread = config.spreadPerThousand().multipliedBy(sockets).dividedBy(THOUSAND);
        return spread.compareTo(LEAST_SPREAD) < 0 ? LEAST_SPREAD : spread;
    }

    private void deliver(long nanos) throws InterruptedException {
        Thread flush = Thread.ofVirtual().name("drain").start(sender::flush);
        if (!flush.join(Duration.ofNanos(Math.max(nanos, 1)))) {
            LOG.warn("the broker does not take what is under way; its makers will send it again");
        }
    }
}
