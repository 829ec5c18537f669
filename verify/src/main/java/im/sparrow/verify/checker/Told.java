package im.sparrow.verify.checker;

import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The log itself as a witness, when it could be read: it tells what was acknowledged and what is read at the end, no more
 * and no less, for the first time in order; and it lets people in and out where its own lines say so.
 */
final class Told implements Rule {

    @Override
    public void check(Recording recording, Findings findings) {
        if (!recording.logRead) {
            return;
        }
        acked(recording, findings);
        recording.logs.forEach((conversation, log) -> {
            List<Item> told = recording.told.getOrDefault(conversation, List.of());
            differ(conversation, log.values(), told, "read at the end, but the log never told it", findings);
            differ(conversation, told, log.values(), "told by the log, but in nobody's final read", findings);
            order(conversation, told, findings);
            flips(recording, conversation, findings);
        });
    }

    private static void acked(Recording recording, Findings findings) {
        Set<String> told = recording.told.values().stream()
                .flatMap(items -> items.stream().map(Item::id))
                .collect(Collectors.toSet());
        for (Event.Acked ack : recording.acked.values()) {
            if (!told.contains(ack.id())) {
                findings.add(Defect.LOST, ack.clientMsgId(), "acknowledged at " + ack.seq() + ", not in the log");
            }
        }
    }

    private static void differ(
            String conversation, Collection<Item> some, Collection<Item> others, String what, Findings findings) {
        var seqs = new HashSet<Long>();
        others.forEach(item -> seqs.add(item.seq()));
        some.stream()
                .filter(item -> !seqs.contains(item.seq()))
                .forEach(item -> findings.add(Defect.LOST, conversation + "#" + item.seq(), what));
    }

    private static void order(String conversation, List<Item> told, Findings findings) {
        long newest = 0;
        for (Item item : told) {
            if (item.seq() < newest) {
                findings.add(Defect.DISORDER, conversation + "#" + item.seq(), "first told after " + newest);
            }
            newest = Math.max(newest, item.seq());
        }
    }

    private static void flips(Recording recording, String conversation, Findings findings) {
        var flips = recording.flips.get(conversation);
        Intervals said = recording.intervals.get(conversation);
        if (flips == null || said == null) {
            return;
        }
        Intervals done = Intervals.ofFlips(flips.values());
        var users = new TreeSet<>(done.users());
        users.addAll(said.users());
        for (String user : users) {
            if (!done.of(user).equals(said.of(user))) {
                findings.add(
                        Defect.LEAK,
                        user + " in " + conversation,
                        "the log lets him hear " + done.of(user) + ", its lines say " + said.of(user));
            }
        }
    }
}
