package im.sparrow.verify.checker;

import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whatever is seen was said: by that sender, there, in these words, and was not refused. */
final class Phantoms implements Rule {

    @Override
    public void check(Recording recording, Findings findings) {
        recording.reads.forEach(read -> read.items().forEach(item -> judge(recording, item, findings)));
        recording.told.values().forEach(items -> items.forEach(item -> judge(recording, item, findings)));
        recording
                .shown
                .values()
                .forEach(conversations -> conversations
                        .values()
                        .forEach(items -> items.forEach(item -> {
                            judge(recording, item, findings);
                            if (!recording
                                    .logs
                                    .getOrDefault(item.conversation(), new TreeMap<>())
                                    .containsKey(item.seq())) {
                                findings.add(
                                        Defect.PHANTOM,
                                        item.conversation() + "#" + item.seq(),
                                        "shown, but in nobody's final read");
                            }
                        })));
    }

    private static void judge(Recording recording, Item item, Findings findings) {
        if (item.isSaid()) {
            String clientMsgId = Objects.requireNonNullElse(item.clientMsgId(), "");
            String wrong = wrong(recording, item, recording.invoked.get(clientMsgId));
            if (wrong != null) {
                findings.add(Defect.PHANTOM, item.conversation() + "#" + item.seq(), wrong);
            }
        }
    }

    private static @Nullable String wrong(Recording recording, Item item, Event.@Nullable Invoked send) {
        if (send == null) {
            return "never said";
        }
        if (!send.device().user().equals(item.sender())) {
            return "said by another";
        }
        if (!send.conversation().equals(item.conversation())) {
            return "said elsewhere";
        }
        if (!item.recalled() && !send.sum().equals(item.sum())) {
            return "said in other words";
        }
        return recording.nacked.contains(send.clientMsgId()) ? "refused" : null;
    }
}
