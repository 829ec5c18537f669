package im.sparrow.verify.checker;

import im.sparrow.verify.history.Event;
import java.util.LinkedHashMap;
import java.util.Map;

/** Each coming and going that was answered has its line in the log. */
final class Flips implements Rule {

    @Override
    public void check(Recording recording, Findings findings) {
        Map<Membership, Integer> comes = new LinkedHashMap<>();
        Map<Membership, Boolean> last = new LinkedHashMap<>();
        for (Event event : recording.events) {
            if (event instanceof Event.FlipAcked it) {
                var membership = new Membership(it.conversation(), it.user());
                comes.merge(membership, it.comes() ? 1 : 0, Integer::sum);
                last.put(membership, it.comes());
            }
        }
        comes.forEach((membership, count) -> {
            Intervals known = recording.intervals.get(membership.conversation());
            int lines = known == null ? 0 : known.of(membership.user()).size();
            boolean in = known != null && known.member(membership.user());
            if (lines != count || in != last.getOrDefault(membership, false)) {
                findings.add(
                        Defect.LOST,
                        membership.user() + " in " + membership.conversation(),
                        "came " + count + " times and is " + (last.getOrDefault(membership, false) ? "in" : "out")
                                + "; the log knows " + lines + " and says " + (in ? "in" : "out"));
            }
        });
    }

    private record Membership(String conversation, String user) {}
}
