package im.sparrow.message.row;

import im.sparrow.contracts.Id;
import im.sparrow.message.frame.MessageView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as the log holds it.
 *
 * @param conversationId where
 * @param seq its place
 * @param id its name
 * @param said who said what under which id
 * @param countableNo countable messages up to and with this one
 * @param createdAt when it was stored
 * @param change the newest change made to it, or null
 * @param commandOffset where its command stood first
 */
public record MessageRow(
        Id conversationId,
        long seq,
        Id id,
        Said said,
        long countableNo,
        Instant createdAt,
        @Nullable Change change,
        long commandOffset) {

    /**
     * What its maker gave.
     *
     * @param senderId who; null = the log itself
     * @param clientId the maker's id
     * @param type what kind of body
     * @param body the body as JSON; null once recalled
     * @param replyTo the seq it answers
     * @param mentions who is called, as JSON
     * @param hash over type, body, replyTo and mentions as they came first
     * @param countable whether it counts as unread for others
     */
    public record Said(
            @Nullable Id senderId,
            UUID clientId,
            String type,
            @Nullable String body,
            @Nullable Long replyTo,
            @Nullable String mentions,
            UUID hash,
            boolean countable) {

        Said withoutBody() {
            return new Said(senderId, clientId, type, null, null, null, hash, countable);
        }
    }

    /**
     * What was done to it last. For now that is always a recall.
     *
     * @param changeSeq the change's number
     * @param recalledBy who took it back
     * @param recalledAt when
     */
    public record Change(long changeSeq, Id recalledBy, Instant recalledAt) {}

    /** Taken back: the text is gone, the place stays. */
    public MessageRow recalled(Change by) {
        return new MessageRow(conversationId, seq, id, said.withoutBody(), countableNo, createdAt, by, commandOffset);
    }

    /** As clients read it. */
    public MessageView view() {
        return new MessageView(
                conversationId,
                seq,
                id,
                said.senderId(),
                said.clientId(),
                said.type(),
                said.body(),
                createdAt,
                change == null ? null : change.changeSeq(),
                said.replyTo(),
                said.mentions(),
                change == null ? null : new MessageView.Recalled(change.recalledBy(), change.recalledAt()));
    }
}
