package im.sparrow.verify.checker;

import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.List;

/**
 * Nobody sees what lies outside his own intervals, whichever way: push, pull, history, changes, the inbox's newest line.
 * Who is in none is told the same as of what does not exist, and who was sent away is told nothing.
 */
final class Leaks implements Rule {

    @Override
    public void check(Recording recording, Findings findings) {
        recording.shown.forEach((device, conversations) ->
                conversations.values().forEach(items -> outside(recording, device.user(), items, findings)));
        for (Event.FinalRead read : recording.reads) {
            outside(recording, read.user(), read.items(), findings);
        }
        recording.peeks.forEach(peek -> outside(recording, peek.user(), peek.items(), findings));
        recording.previews.forEach(row -> outside(recording, row.user(), List.of(row.newest()), findings));
        recording.events.forEach(event -> outsider(event, findings));
    }

    private static void outsider(Event event, Findings findings) {
        switch (event) {
            case Event.Tried it
            when !it.answer().equals(it.absent()) ->
                findings.add(
                        Defect.LEAK,
                        it.door() + " of " + it.conversation() + " by " + it.user(),
                        "is told \"" + it.answer() + "\", but of what does not exist \"" + it.absent() + "\"");
            case Event.Overheard it ->
                findings.add(Defect.LEAK, it.conversation() + " to stranger " + it.user(), "a frame: " + it.frame());
            case Event.Exiled it
            when !it.refused() ->
                findings.add(
                        it.door().equals("send") ? Defect.PHANTOM : Defect.LEAK,
                        it.door() + " of " + it.user(),
                        "with a session that was ended: " + it.answer());
            default -> {}
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
