package im.sparrow.social.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.social.friend.FriendView;
import im.sparrow.social.group.GroupView;
import im.sparrow.social.request.FriendRequestView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed among my contacts.
 *
 * @param version ask with this next time
 * @param friends as they are now, or {@code gone}
 * @param groups as they are now, or {@code gone}
 * @param requests as they are now, with their state
 * @param resync true when too much was forgotten: drop everything and read the lists, then ask with {@code version};
 *     absent otherwise
 * @param next there is more: ask again at once with {@code version}; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactChangesView(
        long version,
        List<FriendView> friends,
        List<GroupView> groups,
        List<FriendRequestView> requests,
        @Nullable Boolean resync,
        @Nullable String next) {

    static ContactChangesView resync(long version) {
        return new ContactChangesView(version, List.of(), List.of(), List.of(), true, null);
    }
}
