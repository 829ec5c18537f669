package im.sparrow.gateway.frame;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.message.Body;
import im.sparrow.contracts.message.Mentions;
import im.sparrow.contracts.message.Text;
import im.sparrow.platform.core.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client says, by its type. The writer checks it again: Kafka is not trusted. */
final class Bodies {

    private static final int TYPE_MAX = 32;

    private Bodies() {}

    /** The body of {@code type} and {@code body}. */
    static Body read(Fields send) {
        String type = send.string("type", 1, TYPE_MAX);
        return switch (type) {
            case Text.TYPE -> text(send.object("body"));
            default -> throw new Refused(Problem.UNKNOWN_TYPE, "There is no message type of this name for clients.");
        };
    }

    private static Body text(Fields body) {
        String text = body.string("text", 1, Bounds.TEXT_MAX);
        if (text.isBlank()) {
            throw body.wrong("text", "must not be blank");
        }
        return new Text(text);
    }

    /** Who is called, or null. */
    static @Nullable Mentions mentions(Fields send) {
        Fields mentions = send.optionalObject("mentions");
        if (mentions == null) {
            return null;
        }
        return new Mentions(userIds(mentions), mentions.flag("all"));
    }

    private static List<Id> userIds(Fields mentions) {
        JsonNode list = mentions.present("userIds");
        if (list == null) {
            return List.of();
        }
        if (!list.isArray() || list.size() > Bounds.MENTIONS_MAX) {
            throw mentions.wrong("userIds", "is a list of at most " + Bounds.MENTIONS_MAX + " ids");
        }
        List<Id> ids = new ArrayList<>(list.size());
        for (JsonNode item : list) {
            try {
                ids.add(Id.of(item.isTextual() ? item.textValue() : ""));
            } catch (IllegalArgumentException e) {
                throw mentions.wrong("userIds/" + ids.size(), "is an id: decimal digits in a string");
            }
        }
        return List.copyOf(ids);
    }
}
