package im.sparrow.verify.nemesis;

import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Whom a blow hits, seen in what the devices write into the history: who loses the connection, and whose send waits for
 * longer than {@link #STALLED_MS} since the blow. And when the first of them is answered again.
 */
final class Affected {

    /** A send that waits longer is one that the blow holds up. */
    static final long STALLED_MS = 1_000;

    private final Map<String, Long> open = new HashMap<>();
    private final Set<String> stalled = new HashSet<>();
    private final Set<DeviceName> closed = new HashSet<>();
    private boolean watching;
    private long struckAt;
    private long clockFrom;
    private long firstAt;
    private long quietFrom;
    private long longestQuiet;
    private int hit;

    /** Everything that the devices do, in order. */
    synchronized void hear(Event event) {
        switch (event) {
            case Event.Invoked it -> invoked(it.clientMsgId());
            case Event.Acked it -> {
                open.remove(it.clientMsgId());
                if (stalled.remove(it.clientMsgId()) || closed.contains(it.device())) {
                    answered();
                }
            }
            case Event.Nacked it -> {
                open.remove(it.clientMsgId());
                stalled.remove(it.clientMsgId());
            }
            case Event.Closed it -> {
                if (watching && closed.add(it.device())) {
                    hit++;
                }
            }
            default -> {}
        }
    }

    private void invoked(String send) {
        long now = System.nanoTime();
        open.put(send, now);
        longestQuiet = Math.max(longestQuiet, now - quietFrom);
        quietFrom = now;
    }

    private void answered() {
        if (watching && firstAt == 0 && clockFrom != 0) {
            firstAt = System.nanoTime();
        }
    }

    /** A blow is struck now. */
    synchronized void struck() {
        watching = true;
        struckAt = System.nanoTime();
        clockFrom = 0;
        firstAt = 0;
        hit = 0;
        quietFrom = struckAt;
        longestQuiet = 0;
        stalled.clear();
        closed.clear();
    }

    /** From now on answers count: what the blow did is over, or was done at this moment. */
    synchronized void clock(long from) {
        look();
        clockFrom = from;
    }

    /** Finds the sends that wait too long. */
    synchronized void look() {
        long now = System.nanoTime();
        long most = TimeUnit.MILLISECONDS.toNanos(STALLED_MS);
        open.forEach((send, said) -> {
            if (now - Math.max(said, struckAt) > most && stalled.add(send)) {
                hit++;
            }
        });
    }

    /** How many connections ended and sends were held up. */
    synchronized int hit() {
        return hit;
    }

    /** How many held-up sends still wait. */
    synchronized int waiting() {
        return stalled.size();
    }

    /** Whether somebody who was hit has been answered since the clock began, or nobody was hit. */
    synchronized boolean answeredAgain() {
        return hit == 0 || firstAt != 0;
    }

    /** Milliseconds from the clock's begin to that answer; 0 when nobody was hit. */
    synchronized long firstMillis() {
        return firstAt == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(Math.max(0, firstAt - clockFrom));
    }

    /** The longest time since the blow in which nobody said anything. */
    synchronized long longestQuietMillis() {
        return TimeUnit.NANOSECONDS.toMillis(longestQuiet);
    }

    /** The blow is over. */
    synchronized void over() {
        watching = false;
    }
}
