package im.sparrow.gateway.fanout;

import io.netty.util.collection.LongObjectHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one poll brought for the sockets of one event loop: written, then each touched socket flushed once.
 *
 * <p>Invariant: an outlet gets the frames of one conversation in the order in which they were added. Those of different
 * conversations may pass each other, so that a busy room costs one write for each socket and poll.
 */
final class LoopTask implements Runnable {

    private final FanOutMetrics metrics;
    private final List<Run> runs = new ArrayList<>();
    private final LongObjectHashMap<Run> newest = new LongObjectHashMap<>();
    private long[] made = new long[16];
    private int frames;
    private int deliveries;
    private int writes;

    LoopTask(FanOutMetrics metrics) {
        this.metrics = metrics;
    }

    void add(Delivery delivery, Outlet[] outlets) {
        Run run = newest.get(delivery.conversation());
        if (run == null || !run.takes(delivery.frame(), outlets)) {
            run = new Run(outlets);
            runs.add(run);
            newest.put(delivery.conversation(), run);
            writes += outlets.length;
        }
        run.add(delivery.frame());
        deliveries += outlets.length;
        if (frames == made.length) {
            made = Arrays.copyOf(made, frames * 2);
        }
        made[frames++] = delivery.at();
    }

    int writes() {
        return writes;
    }

    @Override
    public void run() {
        runs.forEach(Run::write);
        // A room's outlets come again and again in one poll; an outlet that has nothing new does nothing here.
        runs.forEach(Run::flush);
        metrics.delivered(deliveries);
        metrics.took(made, frames);
    }
}
