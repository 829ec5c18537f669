package im.sparrow.verify.checker;

import java.util.List;
import java.util.Map;

/**
 * What the checker says of a history.
 *
 * @param sent sends that were put into an outbox
 * @param acked those with a place in the log
 * @param nacked those refused for good
 * @param unknown those (and recalls) without an outcome at the end
 * @param delivered messages of people, put on a screen
 * @param redelivered messages that came again and were dropped
 * @param defects how many of each
 * @param faults strikes of the nemesis
 * @param recovered strikes after which everything worked again
 * @param examples the first few of each defect, for people
 */
public record Verdict(
        long sent,
        long acked,
        long nacked,
        long unknown,
        long delivered,
        long redelivered,
        Map<Defect, Integer> defects,
        int faults,
        int recovered,
        List<String> examples) {

    /** How many of a defect. */
    public int of(Defect defect) {
        return defects.getOrDefault(defect, 0);
    }

    /** Whether nothing is wrong and nothing is open. */
    public boolean valid() {
        return unknown == 0 && defects.values().stream().allMatch(count -> count == 0);
    }
}
