package im.sparrow.verify.checker;

import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A small right history, told by hand: ann (two devices), ben and cem in a group; ben leaves and comes back, a message
 * is recalled, one is refused. Each mutant changes one thing in it.
 *
 * <pre>
 * seq  1 group_created by ann with ben, cem     5 ben left
 *      2 ann m1                                 6 ann m4 (ben does not see it)
 *      3 ben m2                                 7 ben added
 *      4 ann m3 (recalled)                      8 cem m5
 *                                               9 ann m6
 * </pre>
 *
 * <p>The stranger 9 tried a door, a session of cem's was ended, and the log itself was read.
 */
final class Story {

    static final String GROUP = "500";
    static final DeviceName ANN1 = new DeviceName("1", 1);
    static final DeviceName ANN2 = new DeviceName("1", 2);
    static final DeviceName BEN = new DeviceName("2", 1);
    static final DeviceName CEM = new DeviceName("3", 1);

    private static final List<Item> LOG = List.of(
            note(1, "group_created", "1", List.of("1", "2", "3")),
            said(2, "1", "m1"),
            said(3, "2", "m2"),
            taken(4, "1", "m3"),
            note(5, "members_left", "2", List.of("2")),
            said(6, "1", "m4"),
            note(7, "members_added", "1", List.of("2")),
            said(8, "3", "m5"),
            said(9, "1", "m6"));

    private final List<Event> events = new ArrayList<>();

    /** The whole right history. */
    static List<Event> right() {
        var story = new Story();
        story.told();
        return story.events;
    }

    private void told() {
        for (DeviceName device : List.of(ANN1, ANN2, BEN, CEM)) {
            events.add(new Event.Opened(0, device));
            show(device, 1);
        }
        say(ANN1, "m1", 2);
        say(BEN, "m2", 3);
        say(ANN1, "m3", 4);
        recall();
        for (DeviceName device : List.of(ANN1, ANN2, BEN, CEM)) {
            show(device, 5);
        }
        events.add(new Event.Invoked(10, BEN, GROUP, "m9", "sum-m9"));
        events.add(new Event.Nacked(11, BEN, GROUP, "m9", "not_member"));
        say(ANN1, "m4", 6);
        for (DeviceName device : List.of(ANN1, ANN2, BEN, CEM)) {
            show(device, 7);
        }
        say(CEM, "m5", 8);
        say(ANN1, "m6", 9);
        marked();
        watched();
        read();
        logged();
    }

    private void say(DeviceName sender, String clientMsgId, long seq) {
        events.add(new Event.Invoked(1, sender, GROUP, clientMsgId, "sum-" + clientMsgId));
        events.add(new Event.Acked(2, sender, GROUP, clientMsgId, seq, "id-" + seq));
        for (DeviceName device : List.of(ANN1, ANN2, BEN, CEM)) {
            if (!(device.equals(BEN) && seq == 6)) {
                show(device, seq);
            }
        }
    }

    private void show(DeviceName device, long seq) {
        Item item = LOG.get((int) seq - 1);
        events.add(new Event.Shown(3, device, item.recalled() ? said(4, "1", "m3") : item));
    }

    private void recall() {
        events.add(new Event.RecallInvoked(4, ANN1, GROUP, "r1", 4));
        for (DeviceName device : List.of(ANN1, ANN2, BEN, CEM)) {
            events.add(new Event.Changed(5, device, GROUP, 4, 1, true));
        }
        events.add(new Event.RecallAcked(5, ANN1, GROUP, "r1", 4));
        events.add(new Event.Redelivered(6, CEM, GROUP, 4));
    }

    private void marked() {
        events.add(new Event.Marked(20, CEM, GROUP, 3));
        events.add(new Event.Marked(21, ANN2, GROUP, 2));
        events.add(new Event.Marked(22, ANN1, GROUP, 8));
    }

    private void watched() {
        events.add(new Event.FlipAcked(0, GROUP, "1", true));
        events.add(new Event.FlipAcked(0, GROUP, "2", true));
        events.add(new Event.FlipAcked(0, GROUP, "3", true));
        events.add(new Event.FlipInvoked(9, GROUP, "2", false));
        events.add(new Event.FlipAcked(9, GROUP, "2", false));
        events.add(new Event.Peeked(10, "2", GROUP, "messages", LOG.subList(0, 5)));
        events.add(new Event.Peeked(10, "2", GROUP, "changes", List.of(taken(4, "1", "m3"))));
        events.add(new Event.Previewed(10, "2", GROUP, LOG.get(4)));
        events.add(new Event.FlipAcked(12, GROUP, "2", true));
        events.add(new Event.Tried(13, "9", GROUP, "GET messages", "404 not_found", "404 not_found"));
        events.add(new Event.Exiled(14, "3", "read", "401 token_stale", true, 300));
        events.add(new Event.Stalled(15, BEN, 2_000));
    }

    private void logged() {
        LOG.forEach(item -> events.add(new Event.Logged(32, item)));
        events.add(new Event.LoggedFlip(32, GROUP, 1, List.of("1", "2", "3"), List.of()));
        events.add(new Event.LoggedFlip(32, GROUP, 5, List.of(), List.of("2")));
        events.add(new Event.LoggedFlip(32, GROUP, 7, List.of("2"), List.of()));
        events.add(new Event.LogRead(33, 14));
    }

    private void read() {
        events.add(new Event.FinalRead(30, "1", GROUP, LOG));
        events.add(new Event.FinalRead(30, "3", GROUP, LOG));
        events.add(new Event.FinalRead(
                30, "2", GROUP, LOG.stream().filter(item -> item.seq() != 6).toList()));
        // ann marked 8: behind it only her own. ben came back at 7: m5, m6. cem marked 3: m3, m4, m6.
        events.add(new Event.FinalInbox(31, "1", GROUP, 0, 8));
        events.add(new Event.FinalInbox(31, "2", GROUP, 2, 7));
        events.add(new Event.FinalInbox(31, "3", GROUP, 3, 3));
    }

    static Item said(long seq, String sender, String clientMsgId) {
        return new Item(GROUP, seq, "id-" + seq, sender, clientMsgId, "sum-" + clientMsgId, 0, false, null);
    }

    static Item taken(long seq, String sender, String clientMsgId) {
        return new Item(GROUP, seq, "id-" + seq, sender, clientMsgId, null, 1, true, null);
    }

    static Item note(long seq, String event, @Nullable String actor, List<String> users) {
        return new Item(GROUP, seq, "id-" + seq, null, "n" + seq, null, 0, false, new Item.Note(event, actor, users));
    }

    /** The right history without some events. */
    static List<Event> without(Predicate<Event> gone) {
        return right().stream().filter(gone.negate()).toList();
    }

    /** The right history with some events changed. */
    static List<Event> with(UnaryOperator<Event> change) {
        return right().stream().map(change).toList();
    }

    /** The right history with one more event before the first that is meant. */
    static List<Event> before(Predicate<Event> meant, Event added) {
        var events = new ArrayList<>(right());
        int at = 0;
        while (at < events.size() && !meant.test(events.get(at))) {
            at++;
        }
        events.add(at, added);
        return events;
    }

    /** The right history with every final read changed. */
    static List<Event> reads(UnaryOperator<List<Item>> change) {
        return with(event -> event instanceof Event.FinalRead read
                ? new Event.FinalRead(read.at(), read.user(), read.conversation(), change.apply(read.items()))
                : event);
    }
}
