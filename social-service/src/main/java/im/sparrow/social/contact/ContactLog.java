package im.sparrow.social.contact;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.event.UserEvent;
import im.sparrow.platform.outbox.Outbox;
import im.sparrow.social.contact.ContactTable.Versioned;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Notes that contacts changed, in the transaction of the change, and hints it to the devices of whom it concerns.
 *
 * <p>Invariant: each change of a user has a version of its own, one above the last. It is taken under the lock of the
 * user's row, so who sees a version sees all before it. To be called once, as the last act of a transaction: the locks
 * of users come after those of pairs and groups.
 */
@Singleton
public class ContactLog {

    private static final int FORGET_ROWS = 500;

    private final ContactTable table;
    private final Outbox outbox;
    private final InstantSource clock;

    ContactLog(ContactTable table, Outbox outbox, InstantSource clock) {
        this.table = table;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Notes and hints changes of any number of users. */
    public void note(List<ContactChange> changes) {
        var steps = new TreeMap<Long, Integer>();
        changes.forEach(change -> steps.merge(change.userId().value(), 1, Integer::sum));
        try {
            Map<Long, Long> next = new HashMap<>();
            table.raise(steps).forEach((user, version) -> next.put(user, version - steps.getOrDefault(user, 0)));
            List<Versioned> versioned = new ArrayList<>();
            for (ContactChange change : changes) {
                versioned.add(new Versioned(change, next.merge(change.userId().value(), 1L, Long::sum)));
            }
            table.note(versioned, clock.instant());
            versioned.forEach(this::hint);
        } catch (SQLException failed) {
            throw new IllegalStateException("contact changes were not noted", failed);
        }
    }

    /** How far a user's contacts have come. */
    public ContactState state(Id user) {
        try {
            return table.state(user);
        } catch (SQLException failed) {
            throw new IllegalStateException("contact state was not read", failed);
        }
    }

    /** A user's changes after a version, oldest first; after 0 only what is not over. */
    public List<NotedChange> since(Id user, long version, int limit) {
        try {
            return table.since(user, version, limit);
        } catch (SQLException failed) {
            throw new IllegalStateException("contact changes were not read", failed);
        }
    }

    /** Forgets some of what has been over since before a moment, in a transaction; answers whether there may be more. */
    public boolean forget(Instant before) {
        try {
            return table.forget(before, FORGET_ROWS) == FORGET_ROWS;
        } catch (SQLException failed) {
            throw new IllegalStateException("contact changes were not forgotten", failed);
        }
    }

    private void hint(Versioned noted) {
        Id user = noted.change().userId();
        String area = noted.change().area().word();
        outbox.say(
                Topics.USER_EVENT, user.toString(), noted.version(), new UserEvent.Hint(user, area, noted.version()));
    }
}
