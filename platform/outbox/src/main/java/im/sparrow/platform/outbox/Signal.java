package im.sparrow.platform.outbox;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes threads when something happened: a counter that only grows and can be waited on. */
final class Signal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private long count;

    /** How often it happened. */
    long count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** It happened. */
    void raise() {
        lock.lock();
        try {
            count++;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it has happened more often than {@code seen}, at most that long; answers how often. */
    long await(long seen, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (count <= seen && left > 0) {
                left = grown.awaitNanos(left);
            }
            return count;
        } finally {
            lock.unlock();
        }
    }
}
