package im.sparrow.gateway.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.frame.CloseCode;
import im.sparrow.platform.core.FieldError;
import im.sparrow.platform.core.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The frames that the gateway itself says; {@code t} names each. Those of the log pass as bytes and are not here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerFrame.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = ServerFrame.Head.class, name = "head"),
    @JsonSubTypes.Type(value = ServerFrame.Nack.class, name = "nack"),
    @JsonSubTypes.Type(value = ServerFrame.Error.class, name = "error"),
    @JsonSubTypes.Type(value = ServerFrame.Hint.class, name = "event"),
    @JsonSubTypes.Type(value = ServerFrame.CursorMoved.class, name = "event"),
    @JsonSubTypes.Type(value = ServerFrame.AuthNeeded.class, name = "auth_needed"),
    @JsonSubTypes.Type(value = ServerFrame.Bye.class, name = "bye")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ServerFrame {

    /** Writes frames; their dates are ISO-8601. */
    ObjectWriter JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build()
            .writerFor(ServerFrame.class);

    /** The frame's text in UTF-8. */
    default byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frame of our own cannot be written", e);
        }
    }

    /**
     * The answer to hello.
     *
     * @param sessionId the session the token belongs to
     * @param epoch under which the client's cache is true
     * @param serverTime now
     * @param limits what may be sent how fast, and how large
     * @param conversations those that changed since the heads
     * @param more a cursor for the rest, or null
     * @param resync true when the client's cache is worth nothing, else null
     * @param ref the hello's mark
     */
    record Welcome(
            Id sessionId,
            String epoch,
            Instant serverTime,
            Object limits,
            JsonNode conversations,
            @Nullable String more,
            @Nullable Boolean resync,
            @Nullable String ref)
            implements ServerFrame {}

    /** Pull if you are behind these. */
    record Head(Id conversationId, long seq, long changeSeq) implements ServerFrame {}

    /** A command has no outcome here; see {@code retryable}. */
    record Nack(
            @Nullable UUID clientMsgId,
            @Nullable UUID clientOpId,
            String code,
            String detail,
            boolean retryable,
            @Nullable Long retryAfterMs,
            @Nullable Instant until,
            @Nullable String pointer,
            @Nullable String ref)
            implements ServerFrame {

        /** The nack of a refused command. */
        public static Nack of(Refused why, Reading.CommandId command, @Nullable String ref) {
            boolean message = command.field().equals("clientMsgId");
            return new Nack(
                    message ? command.id() : null,
                    message ? null : command.id(),
                    why.problem().code(),
                    firstDetail(why),
                    why.problem().retryable(),
                    why.retryAfter().map(Duration::toMillis).orElse(null),
                    why.until().orElse(null),
                    firstPointer(why),
                    ref);
        }
    }

    /** A frame that was not done, named by its {@code ref}. */
    record Error(
            @Nullable String re,
            String code,
            String detail,
            @Nullable String pointer) implements ServerFrame {

        /** The error of a refused frame. */
        public static Error of(Refused why, @Nullable String ref) {
            return new Error(ref, why.problem().code(), firstDetail(why), firstPointer(why));
        }
    }

    /** Something of an area changed; without a version: it may have, ask in any case. */
    record Hint(String area, @Nullable Long version) implements ServerFrame {}

    /** A mark was moved; {@code area} is always {@code cursor}, {@code userId} is whose mark it is. */
    record CursorMoved(
            String area,
            Id conversationId,
            Id userId,
            long readSeq,
            long deliveredSeq,
            @Nullable Long unread) implements ServerFrame {}

    /** Send a fresh token within this time. */
    record AuthNeeded(long withinMs) implements ServerFrame {}

    /** The socket is about to be closed; come back after the delay. */
    record Bye(int code, long reconnectAfterMs) implements ServerFrame {

        /** A bye with a delay. */
        public static Bye of(CloseCode code, Duration reconnectAfter) {
            return new Bye(code.code(), reconnectAfter.toMillis());
        }
    }

    /**
     * The frame {@code page}: message-service's answer with {@code t} and {@code ref} before its own fields.
     *
     * @param answer one JSON object with at least one field
     */
    static byte[] page(byte[] answer, @Nullable String ref) {
        String quoted = ref == null ? "" : "\"ref\":" + TextNode.valueOf(ref) + ",";
        byte[] head = ("{\"t\":\"page\"," + quoted).getBytes(StandardCharsets.UTF_8);
        int start = 0;
        while (answer[start] != '{') {
            start++;
        }
        int rest = answer.length - start - 1;
        byte[] frame = new byte[head.length + rest];
        System.arraycopy(head, 0, frame, 0, head.length);
        System.arraycopy(answer, start + 1, frame, head.length, rest);
        return frame;
    }

    private static @Nullable String firstPointer(Refused why) {
        return why.errors().isEmpty() ? null : why.errors().getFirst().pointer();
    }

    private static String firstDetail(Refused why) {
        return why.errors().stream()
                .findFirst()
                .map(FieldError::message)
                .map(message -> "The field " + message + ".")
                .orElse(why.detail());
    }
}
