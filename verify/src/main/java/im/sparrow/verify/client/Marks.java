package im.sparrow.verify.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far the device has shown, and said so: forward only, repeated on every connection. */
final class Marks {

    private final DeviceName name;
    private final Surroundings around;
    private final Link link;
    private final Map<String, Long> marks = new LinkedHashMap<>();

    Marks(DeviceName name, Surroundings around, Link link) {
        this.name = name;
        this.around = around;
        this.link = link;
    }

    /** Notes a mark that travels with a send. */
    void note(String conversation, long seq) {
        if (seq > marks.getOrDefault(conversation, 0L)) {
            marks.put(conversation, seq);
            around.history().add(new Event.Marked(link.now(), name, conversation, seq));
        }
    }

    /** Says a mark. */
    void say(String conversation, long seq) {
        note(conversation, seq);
        link.write(frame(conversation));
    }

    /** Says all of them again. */
    void repeat() {
        marks.keySet().forEach(conversation -> link.write(frame(conversation)));
    }

    private ObjectNode frame(String conversation) {
        long seq = marks.getOrDefault(conversation, 0L);
        return Json.object()
                .put("t", "cursor")
                .put("conversationId", conversation)
                .put("readSeq", seq)
                .put("deliveredSeq", seq);
    }

    Map<String, Long> all() {
        return Map.copyOf(marks);
    }
}
