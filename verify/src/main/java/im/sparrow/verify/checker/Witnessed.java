package im.sparrow.verify.checker;

import im.sparrow.verify.history.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How much a history looked at, for a reader who wonders whether a zero means anything. */
public final class Witnessed {

    private static final int SLOW_READER = 4409;

    private long comes;
    private long goes;
    private long peeks;
    private long tries;
    private long alike;
    private long overheard;
    private long exiles;
    private long slowestMillis;
    private long stalls;
    private long slow;
    private long records = -1;
    private final Set<String> doors = new HashSet<>();

    private Witnessed() {}

    /** Some lines about a history. */
    public static List<String> lines(List<Event> history) {
        var seen = new Witnessed();
        history.forEach(seen::count);
        return List.of(
                "members: flips=" + (seen.comes + seen.goes) + " (came " + seen.comes + ", went " + seen.goes
                        + ") looks=" + seen.peeks,
                "strangers: tries=" + seen.tries + " doors=" + seen.doors.size() + " as-if-absent=" + seen.alike
                        + " overheard=" + seen.overheard,
                "ended sessions: tries=" + seen.exiles + " slowest-refusal="
                        + String.format(Locale.ROOT, "%.1f s", seen.slowestMillis / 1000.0),
                "readers: stalled=" + seen.stalls + " closed-4409=" + seen.slow,
                seen.records < 0
                        ? "log: not reachable; two witnesses, devices and final reads"
                        : "log: records=" + seen.records + "; three witnesses");
    }

    private void count(Event event) {
        switch (event) {
            case Event.FlipInvoked it when it.comes() -> comes++;
            case Event.FlipInvoked it -> goes++;
            case Event.Peeked it -> peeks++;
            case Event.Previewed it -> peeks++;
            case Event.Tried it -> {
                tries++;
                alike += it.answer().equals(it.absent()) ? 1 : 0;
                doors.add(it.door());
            }
            case Event.Overheard it -> overheard++;
            case Event.Exiled it -> {
                exiles++;
                slowestMillis = Math.max(slowestMillis, it.afterMillis());
            }
            case Event.Stalled it -> stalls++;
            case Event.Closed it when it.code() == SLOW_READER -> slow++;
            case Event.LogRead it -> records = it.records();
            default -> {}
        }
    }
}
