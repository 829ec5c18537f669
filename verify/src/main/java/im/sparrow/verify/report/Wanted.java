package im.sparrow.verify.report;

import im.sparrow.verify.nemesis.Fault;
import im.sparrow.verify.nemesis.Faults;
import java.util.Map;

/**
 * What a run had to do, beside being right.
 *
 * @param messages how many had to be acknowledged
 * @param offered sends a second that had to be said during every fault; 0 when nothing is asked
 * @param faults how often each kind
 */
public record Wanted(long messages, double offered, Map<Fault, Integer> faults) {

    /** Nothing: only be right. */
    public static final Wanted NOTHING = new Wanted(0, 0, Map.of());

    int blows() {
        return Faults.count(faults);
    }
}
