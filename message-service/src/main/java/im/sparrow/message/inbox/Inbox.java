package im.sparrow.message.inbox;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.message.inbox.InboxRepository.After;
import im.sparrow.message.inbox.InboxRepository.Head;
import im.sparrow.message.member.Range;
import im.sparrow.message.row.Key;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One's list of conversations. Four statements at most, whatever it holds. */
@Singleton
public class Inbox {

    /** Items of pages that are being read at the same time: each has its newest message with it, 20 KB at most. */
    private static final int ITEMS_MAX = 4 * Bounds.CONVERSATIONS_PAGE_MAX;

    private static final Comparator<InboxRow> NEWEST_FIRST = Comparator.comparing(InboxRow::activity)
            .thenComparing(row -> row.conversation().id())
            .reversed();

    private final Database database;
    private final KnownAccounts accounts;
    private final Epoch epoch;
    private final Semaphore items = new Semaphore(ITEMS_MAX);

    Inbox(Database database, KnownAccounts accounts, Epoch epoch) {
        this.database = database;
        this.accounts = accounts;
        this.epoch = epoch;
    }

    /**
     * A page of the list, newest activity first.
     *
     * @param limit 1 to {@link Bounds#CONVERSATIONS_PAGE_MAX}
     * @param cursor where to go on, or null for the beginning
     */
    Page<ConversationView> page(Id user, int limit, @Nullable String cursor) {
        After after = cursor == null ? null : read(cursor);
        items.acquireUninterruptibly(limit);
        try {
            return page(user, limit, after);
        } finally {
            items.release(limit);
        }
    }

    private Page<ConversationView> page(Id user, int limit, @Nullable After after) {
        Found found = database.with(
                connection -> Found.of(connection, InboxRepository.page(connection, user, after, limit + 1)));
        List<InboxRow> newest =
                found.rows().stream().sorted(NEWEST_FIRST).limit(limit).toList();
        String next = found.rows().size() > limit ? cursor(newest.getLast()) : null;
        return new Page<>(List.copyOf(shown(new Found(newest, found.earlier())).values()), next);
    }

    /**
     * One conversation.
     *
     * @throws Refused {@code not_found} when it is not one's own
     */
    ConversationView one(Id user, Id conversation) {
        var key = new Key.Member(conversation, user);
        ConversationView view = views(List.of(key)).get(key);
        if (view == null) {
            throw Refused.notFound();
        }
        return view;
    }

    /**
     * What a user's device holds.
     *
     * @param epoch the epoch it knows, or null
     * @param heads what it has; a conversation that is not named has changed
     */
    public record Device(Id user, @Nullable String epoch, Map<Id, ClientFrame.Head> heads) {}

    /** What changed since each device's heads, in their order. */
    public List<ChangedView> changed(List<Device> devices) {
        String now = epoch.now();
        Set<Id> users = devices.stream().map(Device::user).collect(Collectors.toSet());
        Map<Id, List<Head>> all = database.with(connection -> InboxRepository.heads(connection, users));
        List<News> news = devices.stream()
                .map(device -> News.of(device, now, all.getOrDefault(device.user(), List.of())))
                .toList();
        Map<Key.Member, ConversationView> views =
                views(news.stream().flatMap(News::keys).distinct().toList());
        return news.stream().map(each -> each.view(now, views)).toList();
    }

    /** What is to be told to a device: the newest of what changed. */
    private record News(Id user, List<Head> shown, @Nullable String more, boolean resync) {

        static News of(Device device, String now, List<Head> all) {
            boolean resync = (device.epoch() != null && !device.epoch().equals(now))
                    || all.stream().anyMatch(head -> ahead(device.heads(), head));
            List<Head> changed = all.stream()
                    .filter(head -> resync || newer(device.heads(), head))
                    .toList();
            List<Head> shown = changed.subList(0, Math.min(Bounds.WELCOME_CONVERSATIONS, changed.size()));
            String more = changed.size() > shown.size() ? cursor(shown.getLast()) : null;
            return new News(device.user(), shown, more, resync);
        }

        Stream<Key.Member> keys() {
            return shown.stream().map(head -> new Key.Member(head.conversationId(), user));
        }

        ChangedView view(String now, Map<Key.Member, ConversationView> views) {
            List<ConversationView> mine =
                    keys().map(views::get).filter(Objects::nonNull).toList();
            return new ChangedView(now, mine, more, resync ? true : null);
        }
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

    private Map<Key.Member, ConversationView> views(List<Key.Member> keys) {
        return shown(database.with(connection -> Found.of(connection, InboxRepository.rows(connection, keys))));
    }

    /** In the order of the rows. */
    private Map<Key.Member, ConversationView> shown(Found found) {
        Map<Id, KnownAccount> profiles = accounts.find(found.rows().stream()
                .map(InboxRow::peer)
                .filter(Objects::nonNull)
                .map(InboxRow.Peer::userId)
                .toList());
        var views = new LinkedHashMap<Key.Member, ConversationView>();
        for (InboxRow row : found.rows()) {
            InboxRow.Peer peer = row.peer();
            KnownAccount profile = peer == null ? null : profiles.get(peer.userId());
            views.put(row.key(), row.view(found.earlier().getOrDefault(row.key(), List.of()), profile));
        }
        return views;
    }

    /** Rows, and the earlier intervals of those who came back. */
    private record Found(List<InboxRow> rows, Map<Key.Member, List<Range>> earlier) {

        static Found of(Connection connection, List<InboxRow> rows) throws SQLException {
            List<Key.Member> returned = rows.stream()
                    .filter(row -> row.member().earlierIntervals() > 0)
                    .map(InboxRow::key)
                    .toList();
            return new Found(rows, InboxRepository.earlier(connection, returned));
        }
    }

    private static String cursor(InboxRow last) {
        return Keyset.after(last.activity(), last.conversation().id());
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
