package im.sparrow.message.row;

import im.sparrow.contracts.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a command that is no message.
 *
 * @param conversationId where
 * @param actor who; null = a service
 * @param clientId the maker's id
 * @param kind {@code recall}, {@code apply_conversation} or {@code apply_members}
 * @param seq recall: the message; apply: the system message, or null when none was made
 * @param changeSeq recall: the change's number
 * @param effect apply: who came and went, {@code +id,-id} or {@code -*}, or null
 * @param commandOffset where its command stood first
 */
public record OpRow(
        Id conversationId,
        @Nullable Id actor,
        UUID clientId,
        String kind,
        @Nullable Long seq,
        @Nullable Long changeSeq,
        @Nullable String effect,
        long commandOffset) {

    /** Kind: a recall. */
    public static final String RECALL = "recall";
    /** Kind: a conversation made or changed. */
    public static final String APPLY_CONVERSATION = "apply_conversation";
    /** Kind: members changed. */
    public static final String APPLY_MEMBERS = "apply_members";
}
