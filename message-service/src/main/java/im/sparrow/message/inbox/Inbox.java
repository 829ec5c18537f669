package im.sparrow.message.inbox;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.message.inbox.InboxRepository.After;
import im.sparrow.message.inbox.InboxRepository.Head;
import im.sparrow.message.member.Range;
import im.sparrow.message.sql.Database;
import im.sparrow.platform.core.Keyset;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.readmodel.KnownAccount;
import im.sparrow.platform.readmodel.KnownAccounts;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One's list of conversations. Four statements at most, whatever it holds. */
@Singleton
public class Inbox {

    private final Database database;
    private final KnownAccounts accounts;
    private final Epoch epoch;

    Inbox(Database database, KnownAccounts accounts, Epoch epoch) {
        this.database = database;
        this.accounts = accounts;
        this.epoch = epoch;
    }

    /**
     * A page of the list, newest activity first.
     *
     * @param limit 1 to {@link Bounds#PAGE_MAX}
     * @param cursor where to go on, or null for the beginning
     */
    Page<ConversationView> page(Id user, int limit, @Nullable String cursor) {
        After after = cursor == null ? null : read(cursor);
        List<Head> heads = database.with(connection -> InboxRepository.heads(connection, user, after, limit + 1));
        List<Head> page = heads.subList(0, Math.min(limit, heads.size()));
        String next = heads.size() > limit ? cursor(page.getLast()) : null;
        return new Page<>(views(user, page), next);
    }

    /**
     * One conversation.
     *
     * @throws Refused {@code not_found} when it is not one's own
     */
    ConversationView one(Id user, Id conversation) {
        return views(user, Stream.of(conversation)).stream().findFirst().orElseThrow(Refused::notFound);
    }

    /**
     * What changed since a device's heads; conversations that it does not name have changed.
     *
     * @param held the epoch it knows, or null
     * @param heads what it holds
     */
    public ChangedView changed(Id user, @Nullable String held, Map<Id, ClientFrame.Head> heads) {
        String now = epoch.now();
        List<Head> all = database.with(connection -> InboxRepository.heads(connection, user, null, Integer.MAX_VALUE));
        boolean resync = (held != null && !held.equals(now)) || all.stream().anyMatch(head -> ahead(heads, head));
        List<Head> changed =
                all.stream().filter(head -> resync || newer(heads, head)).toList();
        List<Head> shown = changed.subList(0, Math.min(Bounds.WELCOME_CONVERSATIONS, changed.size()));
        String more = changed.size() > shown.size() ? cursor(shown.getLast()) : null;
        return new ChangedView(now, views(user, shown), more, resync ? true : null);
    }

    /** A device that knows more than there is holds another life's log. */
    private static boolean ahead(Map<Id, ClientFrame.Head> held, Head head) {
        return held.get(head.conversationId()) instanceof ClientFrame.Head known
                && (known.seq() > head.seq() || known.changeSeq() > head.changeSeq());
    }

    private static boolean newer(Map<Id, ClientFrame.Head> held, Head head) {
        return !(held.get(head.conversationId()) instanceof ClientFrame.Head known)
                || known.seq() < head.seq()
                || known.changeSeq() < head.changeSeq();
    }

    private List<ConversationView> views(Id user, List<Head> heads) {
        return views(user, heads.stream().map(Head::conversationId));
    }

    /** In the order of the ids. */
    private List<ConversationView> views(Id user, Stream<Id> conversations) {
        List<Id> ids = conversations.toList();
        var earlier = new HashMap<Id, List<Range>>();
        List<InboxRow> rows = database.with(connection -> read(connection, user, ids, earlier));
        Map<Id, KnownAccount> profiles = accounts.find(rows.stream()
                .map(InboxRow::peer)
                .filter(Objects::nonNull)
                .map(InboxRow.Peer::userId)
                .toList());
        var views = new HashMap<Id, ConversationView>();
        for (InboxRow row : rows) {
            Id id = row.conversation().id();
            InboxRow.Peer peer = row.peer();
            KnownAccount profile = peer == null ? null : profiles.get(peer.userId());
            views.put(id, row.view(earlier.getOrDefault(id, List.of()), profile));
        }
        return ids.stream().map(views::get).filter(Objects::nonNull).toList();
    }

    private static List<InboxRow> read(Connection connection, Id user, List<Id> ids, Map<Id, List<Range>> earlier)
            throws SQLException {
        List<InboxRow> rows = InboxRepository.rows(connection, user, ids);
        List<Id> returned = rows.stream()
                .filter(row -> row.member().earlierIntervals() > 0)
                .map(row -> row.conversation().id())
                .toList();
        earlier.putAll(InboxRepository.earlier(connection, user, returned));
        return rows;
    }

    private static String cursor(Head last) {
        return Keyset.after(last.activity(), last.conversationId());
    }

    private static After read(String cursor) {
        List<String> key = Keyset.read(cursor, 2);
        try {
            return new After(Instant.parse(key.getFirst()), Id.of(key.getLast()));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw Refused.field("?cursor", "is not a cursor of this list");
        }
    }
}
