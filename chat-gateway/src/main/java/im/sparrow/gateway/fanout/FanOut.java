package im.sparrow.gateway.fanout;

import io.netty.util.concurrent.EventExecutor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Hands the frames of one poll to the event loops of their sockets: one task per loop, one flush per socket.
 *
 * <p>Bound: {@value #TASKS_PER_LOOP} tasks of at most {@value #WRITES_PER_TASK} writes wait per loop; then whoever brings
 * more waits, which is what a reader of a topic should do.
 *
 * <p>In a flood the next poll waits a moment: a write for each socket costs most of all, and the fuller a poll, the more
 * frames share one.
 */
@Singleton
public class FanOut {

    /** Writes after which a loop gets to do something else. */
    static final int WRITES_PER_TASK = 8_192;

    /** Tasks that may wait for one loop. */
    static final int TASKS_PER_LOOP = 32;

    /** Deliveries of one poll from which on there is a flood: two messages in a large group. */
    static final int FLOOD = 400;

    /** How long the next poll waits then: longer than the log takes from one batch to the next, so that two share a write. */
    static final Duration MOMENT = Duration.ofMillis(12);

    private final FanOutMetrics metrics;
    private final Map<EventExecutor, Semaphore> room = new ConcurrentHashMap<>();

    FanOut(FanOutMetrics metrics) {
        this.metrics = metrics;
    }

    /** A new batch, for one thread. */
    public Batch batch() {
        return new Batch();
    }

    /** The frames of one poll. Not for an event loop: adding and sending may wait for one. */
    public final class Batch {

        private final Map<EventExecutor, LoopTask> tasks = new IdentityHashMap<>();
        private int deliveries;

        /** Adds a frame. An outlet gets the frames of one conversation in the order in which they were added. */
        public void add(Delivery delivery) {
            deliveries += delivery.targets().size();
            for (Targets.Group group : delivery.targets().groups()) {
                LoopTask task = tasks.get(group.loop());
                if (task == null) {
                    task = new LoopTask(metrics);
                    tasks.put(group.loop(), task);
                }
                task.add(delivery, group.outlets());
                if (task.writes() >= WRITES_PER_TASK) {
                    tasks.remove(group.loop());
                    hand(group.loop(), task);
                }
            }
        }

        /** Hands everything over, and waits a moment when it was a flood; the batch is empty again. */
        public void send() {
            tasks.forEach(FanOut.this::hand);
            tasks.clear();
            boolean flood = deliveries >= FLOOD;
            deliveries = 0;
            if (flood) {
                LockSupport.parkNanos(MOMENT.toNanos());
            }
        }
    }

    private void hand(EventExecutor loop, LoopTask task) {
        Semaphore free = room.computeIfAbsent(loop, l -> new Semaphore(TASKS_PER_LOOP));
        free.acquireUninterruptibly();
        loop.execute(() -> {
            try {
                task.run();
            } finally {
                free.release();
            }
        });
    }
}
