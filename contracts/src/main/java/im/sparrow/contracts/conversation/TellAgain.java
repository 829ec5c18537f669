package im.sparrow.contracts.conversation;

import im.sparrow.contracts.Id;
import java.util.List;

/**
 * Asks social-service to tell the log once more what it has decided.
 *
 * @param conversations at most {@link ConversationRecord#RANGE}
 */
public record TellAgain(List<Conversation> conversations) {

    /**
     * One of them.
     *
     * @param id which
     * @param strangers whom the log holds for members and social-service may never have heard of
     */
    public record Conversation(Id id, List<Id> strangers) {}
}
