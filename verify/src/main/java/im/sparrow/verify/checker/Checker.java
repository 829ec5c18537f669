package im.sparrow.verify.checker;

import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Judges a history. Every rule is a walk over maps, since values are unique and numbers explicit: no search. */
public final class Checker {

    private static final List<Rule> RULES = List.of(
            new Lost(),
            new Skips(),
            new Flips(),
            new Told(),
            new Duplicates(),
            new Order(),
            new Gaps(),
            new Leaks(),
            new Phantoms(),
            new Unread());

    private Checker() {}

    /** The verdict. */
    public static Verdict check(List<Event> history) {
        var recording = new Recording(history);
        var findings = new Findings();
        RULES.forEach(rule -> rule.check(recording, findings));
        return new Verdict(
                recording.invoked.size(),
                recording.acked.size(),
                recording.nacked.size(),
                unknown(recording),
                recording.shown.values().stream()
                        .flatMap(conversations -> conversations.values().stream())
                        .flatMap(List::stream)
                        .filter(Item::isSaid)
                        .count(),
                count(history, Event.Redelivered.class),
                findings.counts(),
                (int) count(history, Event.Struck.class),
                (int) count(history, Event.Recovered.class),
                findings.examples());
    }

    private static long unknown(Recording recording) {
        Set<String> open = new HashSet<>();
        for (Event event : recording.events) {
            switch (event) {
                case Event.Invoked it -> open.add(it.clientMsgId());
                case Event.Acked it -> open.remove(it.clientMsgId());
                case Event.Nacked it -> open.remove(it.clientMsgId());
                case Event.RecallInvoked it -> open.add(it.clientOpId());
                case Event.RecallAcked it -> open.remove(it.clientOpId());
                case Event.RecallNacked it -> open.remove(it.clientOpId());
                default -> {}
            }
        }
        return open.size();
    }

    private static long count(List<Event> history, Class<? extends Event> kind) {
        return history.stream().filter(kind::isInstance).count();
    }
}
