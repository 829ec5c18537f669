package im.sparrow.contracts.frame;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.message.Body;
import im.sparrow.contracts.message.Mentions;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client may send over its socket; {@code t} names the frame. {@code ref} comes back in an error. */
public sealed interface ClientFrame {

    /** The client's own mark on the frame, or null. */
    @Nullable
    String ref();

    /**
     * The first frame.
     *
     * @param token an access token, or null when it came in the {@code Authorization} header
     * @param deviceId the client's own name of the device, 1 to 64 characters
     * @param epoch the epoch the client's cache was made under, or null
     * @param heads what the client holds
     * @param more whether further {@link Heads} frames follow
     */
    record Hello(
            @Nullable String token,
            String deviceId,
            @Nullable String epoch,
            Map<Id, Head> heads,
            boolean more,
            @Nullable String ref)
            implements ClientFrame {}

    /** More heads after a hello that said {@code more}. */
    record Heads(
            Map<Id, Head> heads, boolean more, @Nullable String ref) implements ClientFrame {}

    /** What a client holds of a conversation, {@code [seq, changeSeq]} on the wire. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Head(long seq, long changeSeq) {}

    /** Says something: see {@link im.sparrow.contracts.message.Command.Send}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Send(
            Id conversationId,
            UUID clientMsgId,
            Body body,
            @Nullable Long replyTo,
            @Nullable Mentions mentions,
            @Nullable UUID after,
            @Nullable Long readSeq,
            @Nullable String ref)
            implements ClientFrame {}

    /** Takes a message back. */
    record Recall(
            Id conversationId,
            UUID clientOpId,
            long seq,
            @Nullable String ref) implements ClientFrame {}

    /** Moves marks forward. */
    record Cursor(
            Id conversationId,
            @Nullable Long readSeq,
            @Nullable Long deliveredSeq,
            @Nullable String ref) implements ClientFrame {}

    /** Asks for a page; exactly one of the three positions is set. */
    record Pull(
            Id conversationId,
            @Nullable Long afterSeq,
            @Nullable Long afterChangeSeq,
            @Nullable Long beforeSeq,
            int limit,
            @Nullable String ref)
            implements ClientFrame {}

    /** A fresh token on an open socket. */
    record Auth(String token, @Nullable String ref) implements ClientFrame {}
}
