package im.sparrow.verify.checker;

import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One send has one place, one place has one message, and a device shows it once. */
final class Duplicates implements Rule {

    @Override
    public void check(Recording recording, Findings findings) {
        recording.shown.forEach((device, conversations) -> conversations.forEach((conversation, items) -> {
            var seqs = new HashSet<Long>();
            for (Item item : items) {
                if (!seqs.add(item.seq())) {
                    findings.add(Defect.DUP, place(item), "shown twice on " + device);
                }
            }
        }));
        var witnesses = new Witnesses(findings);
        recording.reads.forEach(read -> read.items().forEach(witnesses::saw));
        recording.told.values().forEach(items -> items.forEach(witnesses::saw));
        recording
                .shown
                .values()
                .forEach(conversations -> conversations.values().forEach(items -> items.forEach(witnesses::saw)));
        for (Event event : recording.events) {
            if (event instanceof Event.Acked ack) {
                witnesses.acked(ack);
            }
        }
    }

    private static String place(Item item) {
        return item.conversation() + "#" + item.seq();
    }

    /** What all witnesses together say: they must agree. */
    private static final class Witnesses {
        private final Findings findings;
        private final Map<String, String> idByPlace = new HashMap<>();
        private final Map<String, String> placeBySend = new HashMap<>();

        Witnesses(Findings findings) {
            this.findings = findings;
        }

        void saw(Item item) {
            agree(place(item), item.id(), item.isSaid() ? item.clientMsgId() : null);
        }

        void acked(Event.Acked ack) {
            agree(ack.conversation() + "#" + ack.seq(), ack.id(), ack.clientMsgId());
        }

        private void agree(String place, String id, @Nullable String send) {
            String other = idByPlace.putIfAbsent(place, id);
            if (other != null && !other.equals(id)) {
                findings.add(Defect.DUP, place, "is " + id + " and " + other);
            }
            if (send != null) {
                String first = placeBySend.putIfAbsent(send, place);
                if (!Objects.requireNonNullElse(first, place).equals(place)) {
                    findings.add(Defect.DUP, send, "is at " + place + " and at " + first);
                }
            }
        }
    }
}
