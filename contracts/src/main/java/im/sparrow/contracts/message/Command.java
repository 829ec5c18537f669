package im.sparrow.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.conversation.MemberRole;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code im.message-command.v1}: what the log of a conversation is asked. The record's key is the
 * conversation; who asks stands in its headers ({@link im.sparrow.contracts.Headers}), which only a verified token fills.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Command.Send.class, name = "send"),
    @JsonSubTypes.Type(value = Command.Recall.class, name = "recall"),
    @JsonSubTypes.Type(value = Command.ApplyConversation.class, name = "apply_conversation"),
    @JsonSubTypes.Type(value = Command.ApplyMembers.class, name = "apply_members")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Command {

    /** The conversation; equal to the record's key. */
    Id conversationId();

    /** The maker's id of this command: whoever meets it again gets the first outcome. */
    UUID clientId();

    /**
     * Says something.
     *
     * @param conversationId where
     * @param clientMsgId the maker's id, kept across retries
     * @param body what; its type's name stands beside it as {@code messageType}
     * @param replyTo the seq answered to, 1 or more
     * @param mentions who is called
     * @param after clientMsgId of the device's previous unacknowledged send here
     * @param readSeq what the device has shown
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Send(
            Id conversationId,
            UUID clientMsgId,

            @JsonTypeInfo(
                    use = JsonTypeInfo.Id.NAME,
                    include = JsonTypeInfo.As.EXTERNAL_PROPERTY,
                    property = "messageType")
            @JsonSubTypes({
                @JsonSubTypes.Type(value = Text.class, name = Text.TYPE),
                @JsonSubTypes.Type(value = SystemNote.class, name = SystemNote.TYPE)
            })
            Body body,

            @Nullable Long replyTo,
            @Nullable Mentions mentions,
            @Nullable UUID after,
            @Nullable Long readSeq)
            implements Command {
        @Override
        public UUID clientId() {
            return clientMsgId;
        }
    }

    /**
     * Takes a message back.
     *
     * @param conversationId where
     * @param clientOpId the maker's id, kept across retries
     * @param seq the message, 1 or more
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Recall(Id conversationId, UUID clientOpId, long seq) implements Command {
        @Override
        public UUID clientId() {
            return clientOpId;
        }
    }

    /**
     * Makes a conversation known or changes it; the newer version wins.
     *
     * @param conversationId which
     * @param opId the outbox row's id
     * @param kind one-to-one or group
     * @param title a group's name; null in a one-to-one
     * @param photo a group's picture, or null
     * @param state whether it takes messages
     * @param mutedUntil until when only its administrators may speak; null = not muted
     * @param version grows with each change of the conversation at its owner
     * @param actor who did it, or null
     * @param cause what the system message says
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ApplyConversation(
            Id conversationId,
            UUID opId,
            ConversationKind kind,
            @Nullable String title,
            @Nullable String photo,
            ConversationState state,
            @Nullable Instant mutedUntil,
            long version,
            @Nullable Id actor,
            Cause cause)
            implements Command {
        @Override
        public UUID clientId() {
            return opId;
        }
    }

    /**
     * Changes members, each by its own version; the newer one wins.
     *
     * @param conversationId which
     * @param opId the outbox row's id
     * @param actor who did it, or null
     * @param cause what the system message says
     * @param members at most {@link im.sparrow.contracts.Bounds#APPLY_MEMBERS_MAX}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ApplyMembers(
            Id conversationId, UUID opId, @Nullable Id actor, Cause cause, List<MemberChange> members)
            implements Command {
        @Override
        public UUID clientId() {
            return opId;
        }
    }

    /**
     * What one member is from now on.
     *
     * @param userId who
     * @param role place in the group
     * @param mutedUntil until when the member may not speak; null = may
     * @param canSend whether the member may speak at all
     * @param reason why not: {@code blocked} or {@code not_friends}; null when {@code canSend}
     * @param history whether a joining member sees what was said before
     * @param gone whether the membership ends
     * @param version grows with each change of this membership at its owner
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberChange(
            Id userId,
            MemberRole role,
            @Nullable Instant mutedUntil,
            boolean canSend,
            @Nullable String reason,
            boolean history,
            boolean gone,
            long version) {}
}
