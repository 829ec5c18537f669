package im.sparrow.social.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Id;
import im.sparrow.social.contact.PersonView;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request of mine, or to me.
 *
 * @param id the request
 * @param fromUserId who asks
 * @param toUserId who is asked
 * @param from who that is
 * @param to who that is
 * @param greeting a line to the addressee, or null
 * @param state {@code pending}, {@code accepted}, {@code rejected} or {@code cancelled}
 * @param createdAt when it was made
 * @param decidedAt when it was decided, or null
 * @param conversationId where the two talk, only in the answer that made them friends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FriendRequestView(
        Id id,
        Id fromUserId,
        Id toUserId,
        PersonView from,
        PersonView to,
        @Nullable String greeting,
        String state,
        Instant createdAt,
        @Nullable Instant decidedAt,
        @Nullable Id conversationId) {

    static FriendRequestView of(FriendRequest request, Function<Id, PersonView> person, @Nullable Id conversation) {
        return new FriendRequestView(
                request.id(),
                request.from(),
                request.to(),
                person.apply(request.from()),
                person.apply(request.to()),
                request.greeting(),
                request.state().word(),
                request.createdAt(),
                request.decidedAt(),
                conversation);
    }
}
