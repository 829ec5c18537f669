package im.sparrow.verify.checker;

import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The story with one thing wrong, each time another: what a broken server would leave behind. */
final class Mutants {

    private Mutants() {}

    /** A history with one thing wrong, and what it must be called; null = unknown. */
    record Mutant(@Nullable Defect wanted, List<Event> history) {
        boolean missedBy(Verdict verdict) {
            return wanted == null ? verdict.unknown() == 0 : verdict.of(wanted) == 0;
        }
    }

    static final Map<String, Mutant> ALL = Map.ofEntries(
            mutant("a push that never came and was never pulled", Defect.LOST, Story.without(shown(Story.CEM, 6))),
            mutant("an acknowledged message that the log forgot", Defect.LOST, Story.reads(items -> drop(items, 9))),
            mutant(
                    "an acknowledged message that one reader misses",
                    Defect.LOST,
                    oneReader("3", items -> drop(items, 6))),
            mutant(
                    "a recall that a device never heard of",
                    Defect.LOST,
                    Story.without(event ->
                            event instanceof Event.Changed it && it.device().equals(Story.ANN2))),
            mutant(
                    "a recalled text that comes back",
                    Defect.LOST,
                    Story.reads(items -> swap(items, Story.said(4, "1", "m3")))),
            mutant(
                    "a message shown twice",
                    Defect.DUP,
                    Story.before(shown(Story.CEM, 8), new Event.Shown(3, Story.CEM, Story.said(6, "1", "m4")))),
            mutant(
                    "a retry that became a second message",
                    Defect.DUP,
                    Story.reads(items ->
                            append(items, new Item(Story.GROUP, 10, "id-10", "1", "m6", "sum-m6", 0, false, null)))),
            mutant(
                    "two messages at one place",
                    Defect.DUP,
                    oneReader(
                            "3",
                            items -> swap(
                                    items, new Item(Story.GROUP, 6, "id-x", "1", "m4", "sum-m4", 0, false, null)))),
            mutant(
                    "two acknowledgements with two numbers",
                    Defect.DUP,
                    Story.before(shown(Story.CEM, 8), new Event.Acked(3, Story.ANN2, Story.GROUP, "m4", 8, "id-8"))),
            mutant("a device that shows out of order", Defect.DISORDER, swapped(Story.CEM, 8, 9)),
            mutant("a sender whose second stands before his first", Defect.DISORDER, acks("m1", 4, "m3", 2)),
            mutant("a message numbered before one that was heard", Defect.DISORDER, acks("m2", 3, "m5", 1)),
            mutant("a hole in the log", Defect.GAP, Story.reads(items -> drop(items, 7))),
            mutant("a line that one device never showed", Defect.GAP, Story.without(shown(Story.BEN, 5))),
            mutant("a hole in one reader's history", Defect.GAP, oneReader("2", items -> drop(items, 7))),
            mutant(
                    "a conversation that a former member reads no more",
                    Defect.GAP,
                    Story.without(event ->
                            event instanceof Event.FinalRead it && it.user().equals("2"))),
            mutant(
                    "a push after leaving",
                    Defect.LEAK,
                    Story.before(shown(Story.BEN, 7), new Event.Shown(3, Story.BEN, Story.said(6, "1", "m4")))),
            mutant(
                    "a page that ignores intervals",
                    Defect.LEAK,
                    oneReader("2", items -> insert(items, Story.said(6, "1", "m4")))),
            mutant(
                    "a message that nobody said",
                    Defect.PHANTOM,
                    Story.reads(items -> append(items, Story.said(10, "1", "m99")))),
            mutant(
                    "a message under another's name",
                    Defect.PHANTOM,
                    Story.reads(items -> swap(items, Story.said(8, "1", "m5")))),
            mutant(
                    "a message in other words",
                    Defect.PHANTOM,
                    Story.reads(items ->
                            swap(items, new Item(Story.GROUP, 9, "id-9", "1", "m6", "sum-x", 0, false, null)))),
            mutant(
                    "a refused message that is there after all",
                    Defect.PHANTOM,
                    Story.reads(items -> append(items, Story.said(10, "2", "m9")))),
            mutant(
                    "a message that only a device ever saw",
                    Defect.PHANTOM,
                    Story.before(
                            event -> event instanceof Event.Marked,
                            new Event.Shown(3, Story.CEM, Story.said(10, "1", "m6")))),
            mutant("an inbox that counts one too many", Defect.UNREAD_WRONG, inbox("2", 3)),
            mutant("an inbox that counts own messages", Defect.UNREAD_WRONG, inbox("1", 1)),
            mutant(
                    "an inbox that forgot a conversation",
                    Defect.UNREAD_WRONG,
                    Story.without(event ->
                            event instanceof Event.FinalInbox it && it.user().equals("3"))),
            mutant(
                    "a send without an outcome",
                    null,
                    Story.without(event ->
                            event instanceof Event.Nacked it && it.clientMsgId().equals("m9"))),
            mutant("a recall without an outcome", null, Story.without(event -> event instanceof Event.RecallAcked)));

    private static Map.Entry<String, Mutant> mutant(String name, @Nullable Defect wanted, List<Event> history) {
        return Map.entry(name, new Mutant(wanted, history));
    }

    private static Predicate<Event> shown(DeviceName device, long seq) {
        return event -> event instanceof Event.Shown it
                && it.device().equals(device)
                && it.item().seq() == seq;
    }

    private static List<Event> oneReader(String user, UnaryOperator<List<Item>> change) {
        return Story.with(
                event -> event instanceof Event.FinalRead read && read.user().equals(user)
                        ? new Event.FinalRead(read.at(), user, read.conversation(), change.apply(read.items()))
                        : event);
    }

    private static List<Event> inbox(String user, long unread) {
        return Story.with(
                event -> event instanceof Event.FinalInbox it && it.user().equals(user)
                        ? new Event.FinalInbox(it.at(), user, it.conversation(), unread, it.readSeq())
                        : event);
    }

    private static List<Event> acks(String one, long seqOfOne, String other, long seqOfOther) {
        return Story.with(event -> switch (event) {
            case Event.Acked it
            when it.clientMsgId().equals(one) ->
                new Event.Acked(it.at(), it.device(), it.conversation(), one, seqOfOne, "id-" + seqOfOne);
            case Event.Acked it
            when it.clientMsgId().equals(other) ->
                new Event.Acked(it.at(), it.device(), it.conversation(), other, seqOfOther, "id-" + seqOfOther);
            default -> event;
        });
    }

    private static List<Event> swapped(DeviceName device, long one, long other) {
        return Story.with(
                event -> event instanceof Event.Shown it && it.device().equals(device)
                        ? new Event.Shown(it.at(), device, swapSeq(it.item(), one, other))
                        : event);
    }

    private static Item swapSeq(Item item, long one, long other) {
        if (item.seq() == one) {
            return Story.said(other, "1", "m6");
        }
        return item.seq() == other ? Story.said(one, "3", "m5") : item;
    }

    private static List<Item> drop(List<Item> items, long seq) {
        return items.stream().filter(item -> item.seq() != seq).toList();
    }

    private static List<Item> swap(List<Item> items, Item other) {
        return items.stream()
                .map(item -> item.seq() == other.seq() ? other : item)
                .toList();
    }

    static List<Item> append(List<Item> items, Item added) {
        return Stream.concat(items.stream(), Stream.of(added)).toList();
    }

    private static List<Item> insert(List<Item> items, Item added) {
        return append(items, added).stream()
                .sorted(Comparator.comparingLong(Item::seq))
                .toList();
    }
}
