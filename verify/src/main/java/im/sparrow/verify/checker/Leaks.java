package im.sparrow.verify.checker;

import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.List;

/** Nobody sees what lies outside his own intervals. */
final class Leaks implements Rule {

    @Override
    public void check(Recording recording, Findings findings) {
        recording.shown.forEach((device, conversations) ->
                conversations.values().forEach(items -> outside(recording, device.user(), items, findings)));
        for (Event.FinalRead read : recording.reads) {
            outside(recording, read.user(), read.items(), findings);
        }
    }

    private static void outside(Recording recording, String user, List<Item> items, Findings findings) {
        for (Item item : items) {
            if (!recording.visible(user, item.conversation(), item.seq())) {
                findings.add(
                        Defect.LEAK, item.conversation() + "#" + item.seq() + " to " + user, "outside every interval");
            }
        }
    }
}
