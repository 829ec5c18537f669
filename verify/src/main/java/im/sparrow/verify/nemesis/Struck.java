package im.sparrow.verify.nemesis;

import java.time.Duration;
import java.util.Locale;

/**
 * What became of one blow.
 *
 * @param fault its kind
 * @param instance whom it hit
 * @param inFlight sends that waited for an answer at that moment
 * @param offered sends a second that were said from the blow until all was well, and a little longer
 * @param hit connections that ended and sends that were held up for more than a second
 * @param recovered whether all was well again in time to wait for
 * @param after how long that took, from the blow, or from its end where it lasts
 */
public record Struck(
        Fault fault, String instance, long inFlight, double offered, int hit, boolean recovered, Duration after) {

    /** Whether it was quick enough. */
    public boolean inTime() {
        return recovered && after.compareTo(fault.goal()) <= 0;
    }

    @Override
    public String toString() {
        return fault.word() + " " + instance + " inflight=" + inFlight
                + String.format(Locale.ROOT, " offered=%.0f/s", offered) + " hit=" + hit
                + (recovered
                        ? String.format(
                                Locale.ROOT,
                                " recovered=%.1fs goal=%ds%s",
                                after.toMillis() / 1000.0,
                                fault.goal().toSeconds(),
                                inTime() ? "" : " LATE")
                        : " NOT RECOVERED within " + after.toSeconds() + " s");
    }
}
