package im.sparrow.gateway.fanout;

import java.util.ArrayList;
import java.util.List;

/** What one poll brought for the sockets of one event loop: written in order, then each touched socket flushed once. */
final class LoopTask implements Runnable {

    private final FanOutMetrics metrics;
    private final List<Write> frames = new ArrayList<>();
    private int writes;

    private record Write(byte[] frame, long at, Outlet[] outlets) {}

    LoopTask(FanOutMetrics metrics) {
        this.metrics = metrics;
    }

    void add(byte[] frame, long at, Outlet[] outlets) {
        frames.add(new Write(frame, at, outlets));
        writes += outlets.length;
    }

    int writes() {
        return writes;
    }

    @Override
    public void run() {
        for (Write write : frames) {
            var frame = new SharedFrame(write.frame());
            for (Outlet outlet : write.outlets()) {
                outlet.write(frame);
            }
            frame.release();
        }
        // A room's outlets come again and again in one poll; an outlet that has nothing new does nothing here.
        for (Write write : frames) {
            for (Outlet outlet : write.outlets()) {
                outlet.flush();
            }
        }
        metrics.delivered(writes);
        for (Write write : frames) {
            metrics.took(write.at());
        }
    }
}
