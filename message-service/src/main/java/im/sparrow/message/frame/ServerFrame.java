package im.sparrow.message.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.conversation.MemberRole;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The frames that only the log makes; {@code t} names each. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ServerFrame {

    /** A message, new or told again; for its sender's devices this is the acknowledgement. */
    @JsonTypeName("message")
    record Message(@JsonUnwrapped MessageView message) implements ServerFrame {}

    /**
     * What became of a message.
     *
     * @param op what was done: {@code recall}
     * @param clientOpId the maker's id of the change
     * @param message the message's new state
     */
    @JsonTypeName("change")
    @JsonPropertyOrder({"conversationId", "changeSeq", "seq", "op", "clientOpId", "message"})
    record Change(Id conversationId, long changeSeq, long seq, String op, UUID clientOpId, MessageView message)
            implements ServerFrame {}

    /**
     * A refusal. {@code clientMsgId} for a send, {@code clientOpId} for what is done to a message.
     *
     * @param retryable false = final; true = not known or not now, the same id again
     * @param retryAfterMs how long to wait
     * @param until when the reason ends
     */
    @JsonTypeName("nack")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Nack(
            Id conversationId,
            @Nullable UUID clientMsgId,
            @Nullable UUID clientOpId,
            String code,
            String detail,
            boolean retryable,
            @Nullable Long retryAfterMs,
            @Nullable Instant until)
            implements ServerFrame {}

    /**
     * Members that changed.
     *
     * @param seq the system message that tells it; absent when none does
     * @param version the greatest version among them
     * @param changed at most {@link im.sparrow.contracts.Bounds#MEMBERS_FRAME_MAX}
     */
    @JsonTypeName("members")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Members(Id conversationId, @Nullable Long seq, long version, List<MemberView> changed)
            implements ServerFrame {}

    /** One member as the others see him; {@code gone} only when he is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberView(
            Id userId,
            MemberRole role,
            @Nullable Instant mutedUntil,
            boolean canSend,
            @Nullable String reason,
            @Nullable Boolean gone) {}

    /** What a conversation is called and whether it takes messages. */
    @JsonTypeName("conversation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Conversation(
            Id conversationId,
            ConversationKind kind,
            @Nullable String title,
            @Nullable String photo,
            ConversationState state,
            @Nullable Instant mutedUntil,
            long version)
            implements ServerFrame {}
}
