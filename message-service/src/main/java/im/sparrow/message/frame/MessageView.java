package im.sparrow.message.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import im.sparrow.contracts.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as clients read it, in frames and in pages.
 *
 * @param conversationId where
 * @param seq its place there, from 1, without holes
 * @param id its name everywhere
 * @param senderId who said it; absent for what the log itself says
 * @param clientMsgId the maker's own id
 * @param type what kind of body
 * @param body the body, already JSON; absent once recalled
 * @param createdAt when it was stored; never before the message before it
 * @param changeSeq the newest change made to it; absent when none was
 * @param replyTo the seq it answers
 * @param mentions who is called, already JSON
 * @param recalled who took it back and when; absent when nobody did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(
        Id conversationId,
        long seq,
        Id id,
        @Nullable Id senderId,
        UUID clientMsgId,
        String type,
        @JsonRawValue @Nullable String body,
        Instant createdAt,
        @Nullable Long changeSeq,
        @Nullable Long replyTo,
        @JsonRawValue @Nullable String mentions,
        @Nullable Recalled recalled) {

    /**
     * That a message was taken back.
     *
     * @param by who did it
     * @param at when
     */
    public record Recalled(Id by, Instant at) {}
}
