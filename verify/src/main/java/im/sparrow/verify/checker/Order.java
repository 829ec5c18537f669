package im.sparrow.verify.checker;

import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.HashMap;
import java.util.Map;

/**
 * A device shows ascending; a device's sends stand in the order in which it said them; and what was said after an
 * acknowledgement was heard, by anybody, stands behind it.
 */
final class Order implements Rule {

    @Override
    public void check(Recording recording, Findings findings) {
        recording.shown.forEach((device, conversations) -> conversations.forEach((conversation, items) -> {
            long newest = 0;
            for (Item item : items) {
                if (item.seq() < newest) {
                    findings.add(Defect.DISORDER, conversation + "#" + item.seq(), "after " + newest + " on " + device);
                }
                newest = Math.max(newest, item.seq());
            }
        }));
        said(recording, findings);
        heard(recording, findings);
    }

    private static void said(Recording recording, Findings findings) {
        Map<String, Event.Acked> last = new HashMap<>();
        for (Event.Invoked send : recording.invoked.values()) {
            Event.Acked ack = recording.acked.get(send.clientMsgId());
            if (ack != null) {
                Event.Acked before = last.put(send.device() + "@" + send.conversation(), ack);
                if (before != null && before.seq() > ack.seq()) {
                    findings.add(
                            Defect.DISORDER, send.clientMsgId(), "at " + ack.seq() + ", said after " + before.seq());
                }
            }
        }
    }

    private static void heard(Recording recording, Findings findings) {
        Map<String, Long> newestAcked = new HashMap<>();
        Map<String, Long> floor = new HashMap<>();
        for (Event event : recording.events) {
            if (event instanceof Event.Invoked send) {
                floor.put(send.clientMsgId(), newestAcked.getOrDefault(send.conversation(), 0L));
            } else if (event instanceof Event.Acked ack) {
                newestAcked.merge(ack.conversation(), ack.seq(), Math::max);
                if (ack.seq() <= floor.getOrDefault(ack.clientMsgId(), 0L)) {
                    findings.add(
                            Defect.DISORDER,
                            ack.clientMsgId(),
                            "at " + ack.seq() + ", said after a later one was heard");
                }
            }
        }
    }
}
