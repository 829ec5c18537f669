package im.sparrow.social.sync;

import im.sparrow.contracts.Id;
import im.sparrow.social.contact.Area;
import im.sparrow.social.contact.ContactLog;
import im.sparrow.social.contact.ContactState;
import im.sparrow.social.contact.NotedChange;
import im.sparrow.social.friend.Friends;
import im.sparrow.social.group.Groups;
import im.sparrow.social.request.FriendRequests;
import jakarta.inject.Singleton;
import java.util.List;

/** What changed among somebody's contacts since a version. */
@Singleton
class ContactChanges {

    private final ContactLog contacts;
    private final Friends friends;
    private final Groups groups;
    private final FriendRequests requests;

    ContactChanges(ContactLog contacts, Friends friends, Groups groups, FriendRequests requests) {
        this.contacts = contacts;
        this.friends = friends;
        this.groups = groups;
        this.requests = requests;
    }

    /**
     * The changes after a version, a page of them. From 0 on these are all contacts there are, and nothing of what is
     * over.
     */
    ContactChangesView since(Id me, long version, int limit) {
        // Read before the changes: what is noted in between is in the answer and comes again, which does no harm.
        ContactState state = contacts.state(me);
        boolean forgotten = version > 0 && version < state.floor();
        if (forgotten || version > state.version()) {
            return ContactChangesView.resync(state.version());
        }
        List<NotedChange> changes = contacts.since(me, version, limit + 1);
        boolean more = changes.size() > limit;
        List<NotedChange> page = changes.subList(0, Math.min(limit, changes.size()));
        long upTo = more ? page.getLast().version() : state.version();
        return new ContactChangesView(
                upTo,
                friends.with(me, of(page, Area.FRIENDS)),
                groups.of(me, of(page, Area.GROUPS)),
                requests.of(me, of(page, Area.REQUESTS)),
                null,
                more ? Long.toString(upTo) : null);
    }

    private static List<Id> of(List<NotedChange> page, Area area) {
        return page.stream()
                .filter(change -> change.area() == area)
                .map(NotedChange::itemId)
                .toList();
    }
}
