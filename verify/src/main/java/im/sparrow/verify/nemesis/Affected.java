package im.sparrow.verify.nemesis;

import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Whom a blow hits, and how long each of them has to wait, seen in what the devices write into the history.
 *
 * <p>Hit is a device whose connection ended since the blow, until it is welcomed again; and a send that was on its way when
 * the blow fell, or waits for longer than {@link #STALLED_MS} since, until it has an outcome. A device that has itself
 * stopped reading for a while says nothing of the suite, so its sends are left out.
 */
final class Affected {

    /** A later send that waits longer is one that the blow holds up. */
    static final long STALLED_MS = 1_000;

    private final Map<String, Send> open = new HashMap<>();
    private final Map<String, DeviceName> held = new HashMap<>();
    private final Set<String> slow = new HashSet<>();
    private final Map<DeviceName, Long> away = new HashMap<>();
    private final Map<DeviceName, Long> stalledUntil = new HashMap<>();
    private boolean watching;
    private long struckAt;
    private long clockFrom;
    private long longest;
    private int hit;

    /** One that has no outcome yet. */
    private record Send(DeviceName device, long at) {}

    /** Everything that the devices do, in order. */
    synchronized void hear(Event event) {
        switch (event) {
            case Event.Invoked it -> open.put(it.clientMsgId(), new Send(it.device(), System.nanoTime()));
            case Event.Acked it -> answered(it.clientMsgId());
            case Event.Nacked it -> answered(it.clientMsgId());
            case Event.Stalled it -> stalls(it);
            case Event.Closed it -> {
                if (watching && away.putIfAbsent(it.device(), System.nanoTime()) == null) {
                    hit++;
                }
            }
            case Event.Opened it -> {
                Long since = away.remove(it.device());
                if (since != null) {
                    waited(since);
                }
            }
            default -> {}
        }
    }

    private void answered(String send) {
        Send known = open.remove(send);
        boolean wasHeld = held.remove(send) != null;
        if (wasHeld && known != null && !excused(known)) {
            waited(known.at);
        }
    }

    /** Somebody has what he waited for since then; what lasts is not held against the way back. */
    private void waited(long since) {
        if (clockFrom != 0) {
            longest = Math.max(longest, System.nanoTime() - Math.max(since, clockFrom));
        }
    }

    private void stalls(Event.Stalled stall) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(stall.forMillis() + STALLED_MS);
        stalledUntil.merge(stall.device(), until, Math::max);
        held.values().removeIf(stall.device()::equals);
    }

    /** Whether its device did not read for a time while it waited. */
    private boolean excused(Send send) {
        return stalledUntil.getOrDefault(send.device, Long.MIN_VALUE) > Math.max(send.at, struckAt);
    }

    /** A blow is struck now. */
    synchronized void struck() {
        struckAt = System.nanoTime();
        stalledUntil.values().removeIf(until -> until < struckAt);
        away.clear();
        held.clear();
        slow.clear();
        clockFrom = 0;
        longest = 0;
        hit = 0;
        watching = true;
        open.forEach((send, said) -> {
            if (!excused(said)) {
                held.put(send, said.device);
            }
        });
    }

    /** From this moment recovery counts: what the blow did is over, or was done then. */
    synchronized void clock(long from) {
        clockFrom = from;
    }

    /** Finds the sends that wait too long. */
    synchronized void look() {
        long now = System.nanoTime();
        long most = TimeUnit.MILLISECONDS.toNanos(STALLED_MS);
        open.forEach((send, said) -> {
            if (now - Math.max(said.at, struckAt) > most && !excused(said)) {
                held.put(send, said.device);
                hit += slow.add(send) ? 1 : 0;
            }
        });
    }

    /** How many connections ended and sends were held up for longer than {@link #STALLED_MS}. */
    synchronized int hit() {
        return hit;
    }

    /** How many wait: devices for a welcome, sends for an outcome. */
    synchronized int waiting() {
        return away.size() + held.size();
    }

    /** The longest that anybody who was hit has waited since the clock began; zero when all were well before. */
    synchronized Duration longest() {
        return Duration.ofNanos(longest);
    }

    /** The blow is over. */
    synchronized void over() {
        watching = false;
        away.clear();
        held.clear();
    }
}
