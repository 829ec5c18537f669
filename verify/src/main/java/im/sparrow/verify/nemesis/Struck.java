package im.sparrow.verify.nemesis;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What became of one blow.
 *
 * @param fault its kind
 * @param instance whom it hit
 * @param inFlight sends that waited for an answer at that moment
 * @param offered sends a second that were said from the blow until all was well, and a little longer
 * @param hit connections that ended and sends that were held up for more than a second
 * @param recovery how soon all was well again; empty when it was not in time to wait for
 */
public record Struck(
        Fault fault, String instance, long inFlight, double offered, int hit, Optional<Recovery> recovery) {

    /**
     * How soon all was well again, from the blow, or from its end where it lasts.
     *
     * @param people the longest that anybody whom it hit waited for a welcome or an answer; zero when nobody was hit
     * @param ready until every part said that it works, and every service answered through every gateway
     */
    public record Recovery(Duration people, Duration ready) {

        @Override
        public String toString() {
            return seconds(people);
        }
    }

    /** Whether people could go on soon enough. */
    public boolean inTime() {
        return recovery.filter(it -> it.people.compareTo(fault.goal()) <= 0).isPresent();
    }

    /** How soon, for people. */
    public String after() {
        return recovery.map(Recovery::toString).orElse("not in " + Nemesis.PATIENCE.toSeconds() + " s");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    @Override
    public String toString() {
        String times = recovery.map(it -> " recovered=" + seconds(it.people).replace(" ", "") + " goal="
                        + fault.goal().toSeconds() + "s" + (inTime() ? "" : " LATE") + " ready="
                        + seconds(it.ready).replace(" ", ""))
                .orElse(" NOT RECOVERED within " + Nemesis.PATIENCE.toSeconds() + " s");
        return fault.word() + " " + instance + " inflight=" + inFlight
                + String.format(Locale.ROOT, " offered=%.0f/s", offered) + " hit=" + hit + times;
    }
}
