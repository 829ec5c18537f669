package im.sparrow.social.friend;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Id;
import im.sparrow.social.contact.PersonView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A friend of mine.
 *
 * @param userId who
 * @param conversationId where we talk, for ever
 * @param since since when, or null when it is over
 * @param user who that is
 * @param gone true when it is over; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FriendView(
        Id userId,
        Id conversationId,
        @Nullable Instant since,
        PersonView user,
        @Nullable Boolean gone) {

    static FriendView of(Friendship friendship, PersonView user) {
        return new FriendView(
                user.id(),
                friendship.conversationId(),
                friendship.since(),
                user,
                friendship.areFriends() ? null : Boolean.TRUE);
    }
}
