package im.sparrow.verify.checker;

import im.sparrow.verify.checker.Mutants.Mutant;
import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The story with one thing wrong that strangers, former members, ended sessions or the log itself tell of. */
final class WitnessMutants {

    private static final Item SECRET = Story.said(6, "1", "m4");

    private WitnessMutants() {}

    static final Map<String, Mutant> ALL = Map.ofEntries(
            mutant("a push that was healed by asking", Defect.LOST, asked(Story.CEM, 8)),
            mutant(
                    "a page that shows a former member too much",
                    Defect.LEAK,
                    more(new Event.Peeked(11, "2", Story.GROUP, "messages", List.of(SECRET)))),
            mutant(
                    "a change that a former member hears of",
                    Defect.LEAK,
                    more(new Event.Peeked(11, "2", Story.GROUP, "changes", List.of(SECRET)))),
            mutant(
                    "an inbox that previews what came after leaving",
                    Defect.LEAK,
                    more(new Event.Previewed(11, "2", Story.GROUP, SECRET))),
            mutant(
                    "a stranger who reads",
                    Defect.LEAK,
                    more(new Event.Tried(11, "9", Story.GROUP, "GET messages", "200 {}", "404 not_found"))),
            mutant(
                    "a refusal that says that it exists",
                    Defect.LEAK,
                    more(new Event.Tried(
                            11, "9", Story.GROUP, "send", "nack not_member", "nack unknown_conversation"))),
            mutant(
                    "a frame that a stranger overhears",
                    Defect.LEAK,
                    more(new Event.Overheard(11, "9", Story.GROUP, "members"))),
            mutant(
                    "an ended session that reads on",
                    Defect.LEAK,
                    more(new Event.Exiled(11, "3", "read", "200 ", false, 30_000))),
            mutant(
                    "an ended session that speaks on",
                    Defect.PHANTOM,
                    more(new Event.Exiled(11, "3", "send", "201 ", false, 30_000))),
            mutant(
                    "a leaving that was answered and never done",
                    Defect.LOST,
                    more(new Event.FlipAcked(12, Story.GROUP, "3", false))),
            mutant(
                    "a coming that was done twice",
                    Defect.LOST,
                    Story.without(event -> event instanceof Event.FlipAcked it && it.at() == 12)),
            mutant("an acknowledgement that the log never told", Defect.LOST, Story.without(logged(9))),
            mutant(
                    "a message that the log told and nobody stored",
                    Defect.LOST,
                    more(new Event.Logged(32, Story.said(10, "1", "m6")))),
            mutant("a log that tells out of order", Defect.DISORDER, log(item -> other(item, 8, 9))),
            mutant(
                    "a log that tells two messages at one place",
                    Defect.DUP,
                    more(new Event.Logged(32, new Item(Story.GROUP, 6, "id-x", "1", "m4", "sum-m4", 0, false, null)))),
            mutant(
                    "a log that tells other words",
                    Defect.PHANTOM,
                    log(item -> item.seq() == 6
                            ? new Item(Story.GROUP, 6, "id-6", "1", "m4", "sum-x", 0, false, null)
                            : item)),
            mutant(
                    "a log that lets somebody in again without a line",
                    Defect.LEAK,
                    more(new Event.LoggedFlip(32, Story.GROUP, 6, List.of("2"), List.of()))),
            mutant(
                    "a leaving at another place than its line",
                    Defect.LEAK,
                    Story.with(event -> event instanceof Event.LoggedFlip it && it.seq() == 5
                            ? new Event.LoggedFlip(it.at(), it.conversation(), 6, it.come(), it.gone())
                            : event)));

    /** The story in which a device had to ask for a message, though its neighbours came by themselves. */
    static List<Event> asked(DeviceName device, long seq) {
        return Story.before(
                event -> event instanceof Event.Shown it
                        && it.device().equals(device)
                        && it.item().seq() == seq,
                new Event.Pulled(3, device, Story.GROUP, seq));
    }

    private static Map.Entry<String, Mutant> mutant(String name, Defect wanted, List<Event> history) {
        return Map.entry(name, new Mutant(wanted, history));
    }

    private static List<Event> more(Event added) {
        return Story.before(event -> event instanceof Event.LogRead, added);
    }

    private static Predicate<Event> logged(long seq) {
        return event -> event instanceof Event.Logged it && it.item().seq() == seq;
    }

    private static List<Event> log(UnaryOperator<Item> change) {
        return Story.with(
                event -> event instanceof Event.Logged it ? new Event.Logged(it.at(), change.apply(it.item())) : event);
    }

    private static Item other(Item item, long one, long two) {
        if (item.seq() == one) {
            return Story.said(two, "1", "m6");
        }
        return item.seq() == two ? Story.said(one, "3", "m5") : item;
    }
}
