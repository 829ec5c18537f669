package im.sparrow.verify.checker;

import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was acknowledged is in every final read and on every device that may see it, and so is every recall; only who has
 * left is not told of recalls any more, and reads them.
 */
final class Lost implements Rule {

    @Override
    public void check(Recording recording, Findings findings) {
        var inLog = new HashSet<String>();
        recording.logs.values().forEach(log -> log.values().forEach(item -> inLog.add(item.id())));
        for (Event.Acked ack : recording.acked.values()) {
            if (!inLog.contains(ack.id())) {
                findings.add(
                        Defect.LOST, ack.clientMsgId(), "acknowledged at " + ack.seq() + ", in nobody's final read");
            }
        }
        onDevices(recording, findings);
        inReads(recording, findings);
        recalls(recording, findings);
    }

    private static void onDevices(Recording recording, Findings findings) {
        recording.shown.forEach((device, conversations) -> recording.logs.forEach((conversation, log) -> {
            Set<Long> seen = seqs(conversations.getOrDefault(conversation, List.of()));
            missing(recording, device.user(), conversation, seen, "not shown on " + device, findings);
        }));
    }

    private static void inReads(Recording recording, Findings findings) {
        for (Event.FinalRead read : recording.reads) {
            String where = "not in the final read of " + read.user();
            missing(recording, read.user(), read.conversation(), seqs(read.items()), where, findings);
        }
    }

    private static void missing(
            Recording recording, String user, String conversation, Set<Long> seen, String what, Findings findings) {
        for (Item item : recording.log(conversation)) {
            String send = item.clientMsgId();
            if (send != null
                    && recording.acked.containsKey(send)
                    && !seen.contains(item.seq())
                    && recording.visible(user, conversation, item.seq())) {
                findings.add(Defect.LOST, send, what + " (seq " + item.seq() + ")");
            }
        }
    }

    private static void recalls(Recording recording, Findings findings) {
        for (Event event : recording.events) {
            if (event instanceof Event.RecallAcked recall) {
                recalled(recording, recall, findings);
            }
        }
    }

    private static void recalled(Recording recording, Event.RecallAcked recall, Findings findings) {
        var place = new Recording.Place(recall.conversation(), recall.seq());
        Map<String, Boolean> told = new HashMap<>();
        for (DeviceName device : recording.shown.keySet()) {
            boolean member = recording
                    .intervals
                    .getOrDefault(place.conversation(), Intervals.of(List.of()))
                    .member(device.user());
            if (member && recording.visible(device.user(), place.conversation(), place.seq())) {
                told.put(
                        "device " + device,
                        recording.recalled.getOrDefault(device, Set.of()).contains(place));
            }
        }
        recording.reads.stream()
                .filter(read -> read.conversation().equals(place.conversation()))
                .forEach(read -> read.items().stream()
                        .filter(item -> item.seq() == place.seq())
                        .forEach(item -> told.put("reader " + read.user(), item.recalled())));
        told.forEach((witness, knows) -> {
            if (!knows) {
                findings.add(
                        Defect.LOST, recall.clientOpId(), "recall of seq " + place.seq() + " unknown to " + witness);
            }
        });
    }

    private static Set<Long> seqs(List<Item> items) {
        return items.stream().map(Item::seq).collect(Collectors.toSet());
    }
}
