package im.sparrow.verify.client;

import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the device wants taken back, repeated under the same id until there is an outcome. */
final class Recalls {

    private static final long PAUSE_MS = 2_000;

    private final DeviceName name;
    private final Surroundings around;
    private final Link link;
    private final Map<String, Wanted> wanted = new LinkedHashMap<>();

    private static final class Wanted {
        final String conversation;
        final long seq;
        long repeatAt;

        Wanted(String conversation, long seq) {
            this.conversation = conversation;
            this.seq = seq;
        }
    }

    Recalls(DeviceName name, Surroundings around, Link link) {
        this.name = name;
        this.around = around;
        this.link = link;
    }

    void want(String conversation, long seq) {
        String id = UUID.randomUUID().toString();
        around.history().add(new Event.RecallInvoked(link.now(), name, conversation, id, seq));
        wanted.put(id, new Wanted(conversation, seq));
        tick();
    }

    /** Says what is due. */
    void tick() {
        if (!link.live()) {
            return;
        }
        wanted.forEach((id, recall) -> {
            if (link.now() >= recall.repeatAt) {
                recall.repeatAt = link.now() + PAUSE_MS;
                link.write(Json.object()
                        .put("t", "recall")
                        .put("clientOpId", id)
                        .put("conversationId", recall.conversation)
                        .put("seq", recall.seq));
            }
        });
    }

    void reconnected() {
        wanted.values().forEach(recall -> recall.repeatAt = 0);
    }

    /** A change came: perhaps it is the answer. */
    void changed(@Nullable String clientOpId) {
        if (clientOpId == null) {
            return;
        }
        Wanted done = wanted.remove(clientOpId);
        if (done != null) {
            around.history().add(new Event.RecallAcked(link.now(), name, done.conversation, clientOpId, done.seq));
        }
    }

    /** A refusal came. */
    void refused(String clientOpId, String code, boolean retryable) {
        if (!retryable) {
            Wanted gone = wanted.remove(clientOpId);
            if (gone != null) {
                around.history().add(new Event.RecallNacked(link.now(), name, gone.conversation, clientOpId, code));
            }
        }
    }

    int size() {
        return wanted.size();
    }
}
