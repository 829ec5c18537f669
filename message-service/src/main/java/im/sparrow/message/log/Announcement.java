package im.sparrow.message.log;

import im.sparrow.contracts.Id;
import im.sparrow.message.command.No;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.MessageRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told after the commit, in this order. Each holds the rows as they are after the batch. */
public sealed interface Announcement {

    /** Where. */
    Id conversationId();

    /**
     * A message.
     *
     * @param row the message
     * @param to for this user's devices only: the answer to a repeat; null = for the room
     * @param effect who comes and goes with it, or null
     * @param actor whose devices hear it even if they are in no room, or null
     */
    record Said(
            MessageRow row,
            @Nullable Id to,
            @Nullable String effect,
            @Nullable Id actor) implements Announcement {
        @Override
        public Id conversationId() {
            return row.conversationId();
        }
    }

    /**
     * What became of a message.
     *
     * @param row the message
     * @param change what was done
     * @param clientOpId the maker's id
     * @param actor who did it
     * @param to as above
     */
    record Changed(
            MessageRow row,
            MessageRow.Change change,
            UUID clientOpId,
            Id actor,
            @Nullable Id to) implements Announcement {
        @Override
        public Id conversationId() {
            return row.conversationId();
        }
    }

    /**
     * A refusal, for its maker's devices.
     *
     * @param to whose command
     * @param clientId the maker's id
     * @param message whether it was a send
     * @param no why
     * @param at when it was decided
     */
    record Nacked(Id conversationId, Id to, UUID clientId, boolean message, No no, Instant at)
            implements Announcement {}

    /**
     * Members that changed, some of them.
     *
     * @param seq the system message that tells it, or null
     * @param changed who, at most a frame's worth
     * @param effect who comes and goes with it, or null
     * @param at when it was decided
     */
    record MembersChanged(
            Id conversationId,
            @Nullable Long seq,
            List<MemberRow> changed,
            @Nullable String effect,
            Instant at) implements Announcement {}

    /**
     * A conversation's new name or state.
     *
     * @param row the conversation
     * @param effect who goes with it, or null
     * @param actor who did it, or null
     * @param at when it was decided
     */
    record Described(
            ConversationRow row,
            @Nullable String effect,
            @Nullable Id actor,
            Instant at) implements Announcement {
        @Override
        public Id conversationId() {
            return row.id();
        }
    }
}
