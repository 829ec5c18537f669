package im.sparrow.social.snapshot;

import im.sparrow.contracts.Digest;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.ConversationRecord;
import im.sparrow.contracts.conversation.TellAgain;
import im.sparrow.social.friend.Friends;
import im.sparrow.social.group.GroupsAgain;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Conversations of people and of groups as one list, by id. */
@Singleton
class Snapshots {

    private final Friends friends;
    private final GroupsAgain groups;

    Snapshots(Friends friends, GroupsAgain groups) {
        this.friends = friends;
        this.groups = groups;
    }

    List<ConversationRecord> after(long id, int limit) {
        return Stream.of(friends.conversationsAfter(id, limit), groups.conversationsAfter(id, limit))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(ConversationRecord::id))
                .limit(limit)
                .toList();
    }

    Digest digest(long after) {
        List<ConversationRecord> some = after(after, ConversationRecord.RANGE);
        Id last = some.size() == ConversationRecord.RANGE ? some.getLast().id() : null;
        return Digest.of(some.stream().map(ConversationRecord::content).toList(), last);
    }

    /** Tells the log again what stands; a conversation that is not ours is passed over. */
    void tellAgain(TellAgain.Conversation which) {
        if (!groups.tell(which.id(), which.strangers())) {
            friends.tellAgain(which.id(), which.strangers());
        }
    }
}
