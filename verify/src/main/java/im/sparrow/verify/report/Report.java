package im.sparrow.verify.report;

import im.sparrow.verify.checker.Checker;
import im.sparrow.verify.checker.Defect;
import im.sparrow.verify.checker.Verdict;
import im.sparrow.verify.history.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a run says at its end.
 *
 * @param verdict the checker's
 * @param messages how many had to be acknowledged
 * @param faults how many blows were planned
 */
public record Report(Verdict verdict, long messages, int faults) {

    /** Judges a recording, of which nothing more is asked than that it be right. */
    public static Report of(List<Event> history, Consumer<String> out) {
        return of(history, 0, 0, out);
    }

    /** Judges a history, and says what there is to say of it before the last lines. */
    public static Report of(List<Event> history, long messages, int faults, Consumer<String> out) {
        Verdict verdict = Checker.check(history);
        var report = new Report(verdict, messages, faults == 0 ? verdict.faults() : faults);
        recoveries(history).forEach(out);
        verdict.examples().forEach(out);
        report.missed().forEach(missed -> out.accept("missed: " + missed));
        return report;
    }

    /** The last line. */
    public String line() {
        String defects = Arrays.stream(Defect.values())
                .map(defect -> defect.word() + "=" + verdict.of(defect))
                .collect(Collectors.joining(" "));
        return "sent=" + verdict.sent()
                + " acked=" + verdict.acked()
                + " nacked=" + verdict.nacked()
                + " unknown=" + verdict.unknown()
                + " delivered=" + verdict.delivered()
                + " redelivered=" + verdict.redelivered()
                + " " + defects
                + " faults=" + verdict.recovered() + "/" + faults;
    }

    /** What the run was to show and did not, though nothing is wrong. */
    public List<String> missed() {
        var missed = new ArrayList<String>();
        if (verdict.acked() < messages) {
            missed.add("acked " + verdict.acked() + " of at least " + messages);
        }
        if (verdict.delivered() < verdict.acked()) {
            missed.add("delivered less than was acked");
        }
        if (verdict.recovered() < faults) {
            missed.add("recovered from " + verdict.recovered() + " of " + faults + " faults");
        }
        return missed;
    }

    /** The verdict in one word: valid, invalid (a defect) or unknown (no defect, but something open or missed). */
    public String word() {
        boolean wrong = verdict.defects().values().stream().anyMatch(count -> count > 0);
        if (wrong) {
            return "invalid";
        }
        return verdict.unknown() == 0 && missed().isEmpty() ? "valid" : "unknown";
    }

    /** 0 for valid, 1 for invalid, 2 for unknown. */
    public int exitCode() {
        return switch (word()) {
            case "valid" -> 0;
            case "invalid" -> 1;
            default -> 2;
        };
    }

    /** How long each kind of fault took to recover from, one line a kind. */
    static List<String> recoveries(List<Event> history) {
        var times = new TreeMap<String, List<Long>>();
        for (Event event : history) {
            if (event instanceof Event.Recovered it) {
                times.computeIfAbsent(it.fault(), any -> new ArrayList<>()).add(it.afterMillis());
            }
        }
        return times.entrySet().stream()
                .map(each -> "recovery " + each.getKey() + ": "
                        + each.getValue().stream()
                                .sorted()
                                .map(millis -> String.format(Locale.ROOT, "%.1f s", millis / 1000.0))
                                .collect(Collectors.joining(", ")))
                .toList();
    }
}
