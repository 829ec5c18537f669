package im.sparrow.verify.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the device has said: kept until there is an outcome, one lane for each conversation. */
final class Outbox {

    private final DeviceName name;
    private final Surroundings around;
    private final Link link;
    private final SplittableRandom random;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Map<String, String> conversationOf = new HashMap<>();
    private long counted;

    Outbox(DeviceName name, Surroundings around, Link link) {
        this.name = name;
        this.around = around;
        this.link = link;
        this.random = new SplittableRandom(around.seed() ^ name.hashCode());
    }

    void say(String conversation, String text, @Nullable Long readSeq) {
        var send = new Pending(UUID.randomUUID().toString(), text, readSeq);
        around.history().add(new Event.Invoked(link.now(), name, conversation, send.clientMsgId, Items.sum(text)));
        around.tally().sent.incrementAndGet();
        conversationOf.put(send.clientMsgId, conversation);
        lanes.computeIfAbsent(conversation, any -> new Lane(random.split())).say(send);
        tick();
    }

    /** Writes what is due. */
    void tick() {
        if (link.live()) {
            lanes.forEach((conversation, lane) ->
                    lane.due(link.now()).forEach(frame -> link.write(frame(conversation, frame))));
        }
        count();
    }

    private static ObjectNode frame(String conversation, Lane.Frame send) {
        ObjectNode frame = Json.object()
                .put("t", "send")
                .put("clientMsgId", send.send().clientMsgId)
                .put("conversationId", conversation)
                .put("type", "text");
        frame.putObject("body").put("text", send.send().text);
        if (send.after() != null) {
            frame.put("after", send.after());
        }
        if (send.send().readSeq != null) {
            frame.put("readSeq", send.send().readSeq);
        }
        return frame;
    }

    /** A message came, by whatever way: if it is one of ours, this is its acknowledgement. */
    void heard(Item item) {
        if (item.clientMsgId() == null || !name.user().equals(item.sender())) {
            return;
        }
        settle(item.clientMsgId()).ifPresent(send -> {
            around.history()
                    .add(new Event.Acked(
                            link.now(), name, item.conversation(), send.clientMsgId, item.seq(), item.id()));
            around.tally().acked.incrementAndGet();
            around.tally().newestAckedSaid.accumulateAndGet(send.saidAt, Math::max);
            tick();
        });
    }

    /** A refusal came. */
    void refused(String clientMsgId, JsonNode nack) {
        String conversation = conversationOf.get(clientMsgId);
        if (conversation == null) {
            return;
        }
        if (nack.path("retryable").asBoolean()) {
            around.tally().retries.incrementAndGet();
            Lane lane = lanes.get(conversation);
            if (lane != null) {
                lane.later(clientMsgId, link.now(), nack.path("retryAfterMs").asLong(0));
            }
        } else {
            settle(clientMsgId).ifPresent(send -> {
                String code = nack.path("code").asText();
                around.history().add(new Event.Nacked(link.now(), name, conversation, clientMsgId, code));
                around.tally().nacked.incrementAndGet();
            });
        }
        count();
    }

    private Optional<Pending> settle(String clientMsgId) {
        String conversation = conversationOf.get(clientMsgId);
        Lane lane = conversation == null ? null : lanes.get(conversation);
        return lane == null ? Optional.empty() : lane.settle(clientMsgId);
    }

    void reconnected() {
        lanes.values().forEach(lane -> lane.reconnected(link.now()));
        tick();
    }

    private void count() {
        long now = lanes.values().stream().mapToInt(Lane::inFlight).sum();
        around.tally().inFlight.addAndGet(now - counted);
        counted = now;
    }

    int size() {
        return lanes.values().stream().mapToInt(Lane::size).sum();
    }
}
