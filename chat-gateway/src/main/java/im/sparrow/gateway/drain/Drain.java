package im.sparrow.gateway.drain;

import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.gateway.command.CommandSender;
import im.sparrow.gateway.socket.Connections;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * Empties the gateway before it stops, while everything still works: no new sockets, every client is sent elsewhere at a
 * time of its own, and what was asked before is answered first.
 */
@Singleton
class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final Duration LEAST_SPREAD = Duration.ofMillis(500);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int THOUSAND = 1_000;

    private final Connections connections;
    private final Requests requests;
    private final CommandSender sender;
    private final DrainConfig config;

    Drain(Connections connections, Requests requests, CommandSender sender, DrainConfig config) {
        this.connections = connections;
        this.requests = requests;
        this.sender = sender;
        this.config = config;
    }

    void drain(@Observes ShutdownDelayInitiatedEvent stopping) {
        connections.refuseNew();
        requests.beLast();
        try {
            Thread.sleep(config.notice());
            long end = System.nanoTime() + config.within().toNanos();
            int sockets = connections.size();
            if (sockets > 0) {
                LOG.infof("sending %d clients elsewhere", sockets);
                connections.move(CloseCode.DRAINING, spread(sockets), config.answers());
                emptied(connections::size, end);
                connections.close(Integer.MAX_VALUE, CloseCode.DRAINING);
            }
            if (!emptied(requests::open, end)) {
                LOG.warnf("%d requests have no answer yet and are cut off", requests.open());
            }
            deliver(end - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Half of the time at most: the other half is for those who are told last. */
    private Duration spread(int sockets) {
        Duration spread = config.spreadPerThousand().multipliedBy(sockets).dividedBy(THOUSAND);
        Duration least = spread.compareTo(LEAST_SPREAD) < 0 ? LEAST_SPREAD : spread;
        Duration most = config.within().dividedBy(2);
        return least.compareTo(most) < 0 ? least : most;
    }

    private static boolean emptied(IntSupplier left, long end) throws InterruptedException {
        while (left.getAsInt() > 0 && System.nanoTime() < end) {
            Thread.sleep(LOOK);
        }
        return left.getAsInt() == 0;
    }

    private void deliver(long nanos) throws InterruptedException {
        Thread flush = Thread.ofVirtual().name("drain").start(sender::flush);
        if (!flush.join(Duration.ofNanos(Math.max(nanos, 1)))) {
            LOG.warn("the broker does not take what is under way; its makers will send it again");
        }
    }
}
