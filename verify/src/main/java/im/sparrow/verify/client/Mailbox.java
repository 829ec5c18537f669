package im.sparrow.verify.client;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One device's thread: everything it does happens here, one thing after another, so its state needs no lock. */
final class Mailbox implements AutoCloseable {

    private final BlockingQueue<Runnable> things = new LinkedBlockingQueue<>();
    private final Runnable tick;
    private final Thread thread;
    private volatile boolean open = true;

    /** Starts the thread, which also ticks. */
    Mailbox(String name, long tickMs, Runnable tick) {
        this.tick = tick;
        this.thread = Thread.ofVirtual().name(name).unstarted(() -> work(tickMs));
    }

    void start() {
        thread.start();
    }

    /** Does this soon. */
    void post(Runnable thing) {
        things.add(thing);
    }

    private void work(long tickMs) {
        long nextTick = System.nanoTime();
        try {
            while (open) {
                long wait = Math.max(0, nextTick - System.nanoTime());
                Runnable thing = things.poll(wait, TimeUnit.NANOSECONDS);
                if (thing != null) {
                    thing.run();
                }
                if (System.nanoTime() - nextTick >= 0) {
                    tick.run();
                    nextTick = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(tickMs);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
    }
}
