package im.sparrow.social.conversation;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationState;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation is.
 *
 * @param id which
 * @param kind one-to-one or group
 * @param title a group's name; null in a one-to-one
 * @param photo a group's picture, or null
 * @param state whether it takes messages
 */
public record Conversation(
        Id id,
        ConversationKind kind,
        @Nullable String title,
        @Nullable String photo,
        ConversationState state) {

    /** The conversation of two people. */
    public static Conversation direct(Id id) {
        return new Conversation(id, ConversationKind.DIRECT, null, null, ConversationState.OPEN);
    }
}
