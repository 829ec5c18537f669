package im.sparrow.message.row;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the log holds it: what social-service says of it, and its heads.
 *
 * @param id which
 * @param kind one-to-one or group
 * @param title a group's name
 * @param photo a group's picture
 * @param state whether it takes messages
 * @param mutedUntil until when only its administrators may speak
 * @param version social-service's version of the above
 * @param lastSeq the newest message, 0 before the first
 * @param lastChangeSeq the newest change, 0 before the first
 * @param lastCountableNo countable messages up to {@code lastSeq}
 * @param lastActivity when the newest message was stored
 */
public record ConversationRow(
        Id id,
        ConversationKind kind,
        @Nullable String title,
        @Nullable String photo,
        ConversationState state,
        @Nullable Instant mutedUntil,
        long version,
        long lastSeq,
        long lastChangeSeq,
        long lastCountableNo,
        Instant lastActivity) {}
