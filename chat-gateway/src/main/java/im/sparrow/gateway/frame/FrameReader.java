package im.sparrow.gateway.frame;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.contracts.frame.ClientFrame.Head;
import im.sparrow.platform.core.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From a client's text to its frame, or to what is wrong with it. Pure; any thread. */
public final class FrameReader {

    /** Characters of an access token; the verifier has the same bound. */
    static final int TOKEN_MAX = 8_192;

    /** Characters of {@code ref}, {@code deviceId}, {@code epoch}. */
    static final int NAME_MAX = 64;

    private static final int NUMBER_DIGITS = 20;

    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Bounds.JSON_DEPTH)
                            .maxStringLength(Bounds.FRAME_BYTES)
                            .maxNameLength(NAME_MAX)
                            .maxNumberLength(NUMBER_DIGITS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // Names come from strangers (heads are keyed by id): remembering them would only fill tables.
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private FrameReader() {}

    /** Reads one text frame. */
    public static Reading read(String text) {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (StreamConstraintsException e) {
            return unreadable("A frame has at most " + Bounds.JSON_DEPTH + " levels and short names and numbers.");
        } catch (JsonProcessingException e) {
            return unreadable("A frame is one JSON object.");
        }
        if (!(node instanceof ObjectNode object)) {
            return unreadable("A frame is one JSON object.");
        }
        JsonNode name = object.get("t");
        if (name == null || !name.isTextual()) {
            return unreadable("A frame has a field t that names it.");
        }
        return frame(name.textValue(), new Fields(object, ""));
    }

    private static Reading unreadable(String why) {
        return new Reading.Unreadable(new Refused(Problem.MALFORMED, why));
    }

    private static Reading frame(String name, Fields fields) {
        String ref = null;
        try {
            ref = fields.optionalString("ref", 0, NAME_MAX);
            return new Reading.Good(
                    switch (name) {
                        case "hello" -> hello(fields, ref);
                        case "heads" -> new ClientFrame.Heads(heads(fields), fields.flag("more"), ref);
                        case "send" -> sendFrame(fields, fields.id("conversationId"), fields.uuid("clientMsgId"), ref);
                        case "recall" -> recall(fields, ref);
                        case "cursor" -> cursor(fields, fields.id("conversationId"), ref);
                        case "pull" -> pull(fields, ref);
                        case "auth" -> new ClientFrame.Auth(fields.string("token", 1, TOKEN_MAX), ref);
                        default -> throw new Refused(Problem.UNKNOWN_FRAME, "There is no frame of this name.");
                    });
        } catch (Refused refused) {
            return new Reading.Wrong(refused, ref, commandId(name, fields));
        }
    }

    private static Reading.@Nullable CommandId commandId(String name, Fields fields) {
        try {
            return switch (name) {
                case "send" -> Reading.CommandId.message(fields.uuid("clientMsgId"));
                case "recall" -> Reading.CommandId.operation(fields.uuid("clientOpId"));
                default -> null;
            };
        } catch (Refused noId) {
            return null;
        }
    }

    private static ClientFrame hello(Fields fields, @Nullable String ref) {
        return new ClientFrame.Hello(
                fields.optionalString("token", 1, TOKEN_MAX),
                fields.string("deviceId", 1, NAME_MAX),
                fields.optionalString("epoch", 1, NAME_MAX),
                heads(fields),
                fields.flag("more"),
                ref);
    }

    private static Map<Id, Head> heads(Fields fields) {
        Fields heads = fields.optionalObject("heads");
        if (heads == null) {
            return Map.of();
        }
        if (heads.node().size() > Bounds.HEADS_PER_FRAME) {
            throw fields.wrong("heads", "has at most " + Bounds.HEADS_PER_FRAME + " conversations; more go in heads");
        }
        Map<Id, Head> read = LinkedHashMap.newLinkedHashMap(heads.node().size());
        for (Map.Entry<String, JsonNode> head : heads.node().properties()) {
            read.put(conversation(heads, head.getKey()), head(heads, head.getKey(), head.getValue()));
        }
        return read;
    }

    private static Id conversation(Fields heads, String key) {
        try {
            return Id.of(key);
        } catch (IllegalArgumentException e) {
            // The name is the client's own text: it is not repeated, so the pointer stops at the object.
            throw heads.wrong("is keyed by conversation ids");
        }
    }

    private static Head head(Fields heads, String key, JsonNode pair) {
        if (pair.isArray() && pair.size() == 2 && count(pair.get(0)) && count(pair.get(1))) {
            return new Head(pair.get(0).longValue(), pair.get(1).longValue());
        }
        throw heads.wrong(key, "is [seq, changeSeq]");
    }

    private static boolean count(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToLong() && number.longValue() >= 0;
    }

    /** The fields of a send whose conversation and id are already known; over REST they stand outside the document. */
    static ClientFrame.Send sendFrame(Fields fields, Id conversation, UUID clientMsgId, @Nullable String ref) {
        return new ClientFrame.Send(
                conversation,
                clientMsgId,
                Bodies.read(fields),
                fields.optionalNumber("replyTo", 1, Long.MAX_VALUE),
                Bodies.mentions(fields),
                fields.optionalUuid("after"),
                fields.optionalNumber("readSeq", 0, Long.MAX_VALUE),
                ref);
    }

    private static ClientFrame recall(Fields fields, @Nullable String ref) {
        return new ClientFrame.Recall(
                fields.id("conversationId"), fields.uuid("clientOpId"), fields.number("seq", 1, Long.MAX_VALUE), ref);
    }

    static ClientFrame.Cursor cursor(Fields fields, Id conversation, @Nullable String ref) {
        Long read = fields.optionalNumber("readSeq", 0, Long.MAX_VALUE);
        Long delivered = fields.optionalNumber("deliveredSeq", 0, Long.MAX_VALUE);
        if (read == null && delivered == null) {
            throw fields.wrong("readSeq", "is missing, and so is deliveredSeq: one of them is needed");
        }
        return new ClientFrame.Cursor(conversation, read, delivered, ref);
    }

    private static ClientFrame pull(Fields fields, @Nullable String ref) {
        Id conversation = fields.id("conversationId");
        Long afterSeq = fields.optionalNumber("afterSeq", 0, Long.MAX_VALUE);
        Long afterChange = fields.optionalNumber("afterChangeSeq", 0, Long.MAX_VALUE);
        Long beforeSeq = fields.optionalNumber("beforeSeq", 1, Long.MAX_VALUE);
        int positions = (afterSeq == null ? 0 : 1) + (afterChange == null ? 0 : 1) + (beforeSeq == null ? 0 : 1);
        if (positions != 1) {
            throw fields.wrong("afterSeq", "is one of afterSeq, afterChangeSeq and beforeSeq, of which one is needed");
        }
        Long limit = fields.optionalNumber("limit", 1, Bounds.PAGE_MAX);
        int items = limit == null ? Bounds.PAGE_DEFAULT : limit.intValue();
        return new ClientFrame.Pull(conversation, afterSeq, afterChange, beforeSeq, items, ref);
    }
}
