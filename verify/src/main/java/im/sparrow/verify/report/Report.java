package im.sparrow.verify.report;

import im.sparrow.verify.checker.Checker;
import im.sparrow.verify.checker.Defect;
import im.sparrow.verify.checker.Verdict;
import im.sparrow.verify.checker.Witnessed;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.nemesis.Struck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a run says at its end.
 *
 * @param verdict the checker's
 * @param faults how many blows were planned
 * @param minimums all that was asked of the run
 */
public record Report(Verdict verdict, int faults, List<Minimum> minimums) {

    /** Copies the list. */
    public Report {
        minimums = List.copyOf(minimums);
    }

    /** Judges a recording, of which nothing more is asked than that it be right. */
    public static Report of(List<Event> history, Consumer<String> out) {
        return of(history, Wanted.NOTHING, List.of(), out);
    }

    /** Judges a history, and says what there is to say of it before the last lines. */
    public static Report of(List<Event> history, Wanted wanted, List<Struck> struck, Consumer<String> out) {
        Report report = of(Checker.check(history), wanted, struck);
        Witnessed.lines(history).forEach(out);
        report.verdict.examples().forEach(out);
        report.minimums.forEach(minimum -> out.accept(minimum.toString()));
        return report;
    }

    static Report of(Verdict verdict, Wanted wanted, List<Struck> struck) {
        var minimums = new ArrayList<Minimum>();
        minimums.add(Minimum.atLeast("acked", wanted.messages(), verdict.acked()));
        minimums.add(Minimum.atLeast("delivered, each acked one at least once", verdict.acked(), verdict.delivered()));
        minimums.add(Minimum.none("unknown", verdict.unknown()));
        for (Defect defect : Defect.values()) {
            minimums.add(Minimum.none(defect.word(), verdict.of(defect)));
        }
        minimums.addAll(Blows.minimums(wanted, struck));
        int blows = wanted.blows();
        return new Report(verdict, blows == 0 ? verdict.faults() : blows, minimums);
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

    /** What the run had to reach and did not. */
    public List<Minimum> missed() {
        return minimums.stream().filter(minimum -> !minimum.met()).toList();
    }

    /** The verdict in one word: valid, invalid (a defect) or unknown (no defect, but something open or missed). */
    public String word() {
        boolean wrong = verdict.defects().values().stream().anyMatch(count -> count > 0);
        if (wrong) {
            return "invalid";
        }
        return missed().isEmpty() ? "valid" : "unknown: " + missed().size() + " minimums missed";
    }

    /** 0 for valid, 1 for invalid, 2 for unknown. */
    public int exitCode() {
        String word = word();
        if (word.equals("valid")) {
            return 0;
        }
        return word.equals("invalid") ? 1 : 2;
    }
}
