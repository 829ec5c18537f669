package im.sparrow.verify.report;

import im.sparrow.verify.nemesis.Fault;
import im.sparrow.verify.nemesis.Struck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run's blows had to show: how often each came, while how much was going on, and how soon all was well. */
final class Blows {

    private Blows() {}

    static List<Minimum> minimums(Wanted wanted, List<Struck> struck) {
        var minimums = new ArrayList<Minimum>();
        wanted.faults().forEach((kind, times) -> {
            List<Struck> these =
                    struck.stream().filter(one -> one.fault().equals(kind)).toList();
            minimums.add(Minimum.atLeast(
                    kind.word() + " recovered from",
                    times,
                    these.stream().filter(one -> one.recovery().isPresent()).count()));
            minimums.add(inTime(kind, these));
        });
        if (!struck.isEmpty()) {
            minimums.add(Minimum.atLeast(
                    "in flight at every blow",
                    1,
                    struck.stream().mapToLong(Struck::inFlight).min().orElse(0)));
        }
        if (!struck.isEmpty() && wanted.offered() > 0) {
            minimums.add(offered(wanted.offered(), struck));
        }
        return minimums;
    }

    private static Minimum inTime(Fault kind, List<Struck> these) {
        String reached = these.stream().map(Struck::after).collect(Collectors.joining(", "));
        String goal = "within " + kind.goal().toSeconds() + " s";
        return new Minimum(
                kind.word() + " recovery", goal, reached, these.stream().allMatch(Struck::inTime));
    }

    private static Minimum offered(double wanted, List<Struck> struck) {
        Optional<Struck> least = struck.stream().min((one, other) -> Double.compare(one.offered(), other.offered()));
        double reached = least.map(Struck::offered).orElse(0.0);
        String at = least.map(one -> " at " + one.fault().word()).orElse("");
        return new Minimum(
                "offered during every fault",
                String.format(Locale.ROOT, "at least %.0f/s", wanted),
                String.format(Locale.ROOT, "%.0f/s%s", reached, at),
                reached >= wanted);
    }
}
