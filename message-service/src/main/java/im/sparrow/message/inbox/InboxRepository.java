package im.sparrow.message.inbox;

import im.sparrow.contracts.Id;
import im.sparrow.message.member.Range;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.RowColumns;
import im.sparrow.message.sql.Columns;
import im.sparrow.message.sql.Jdbc;
import im.sparrow.message.sql.Parameters;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inbox's statements. None of them is run per conversation. */
final class InboxRepository {

    private static final String ACTIVITY = "COALESCE(m.to_activity, c.last_activity)";

    private static final String COLUMNS = RowColumns.MEMBER + ", " + RowColumns.CONVERSATION
            + ", p.user_id, p.read_seq, p.delivered_seq, x.seq IS NOT NULL, " + RowColumns.MESSAGE;

    /** A group's other members are many and nobody's peer: key 0 finds none of them. */
    private static final String JOINS = " v STRAIGHT_JOIN member m ON m.conversation_id = v.k AND m.user_id = v.u"
            + " STRAIGHT_JOIN conversation c ON c.id = v.k"
            + " LEFT JOIN member p ON p.conversation_id = IF(c.kind = 'direct', c.id, 0) AND p.user_id <> v.u"
            + " LEFT JOIN message x ON x.conversation_id = v.k AND x.seq = COALESCE(m.to_seq, c.last_seq)"
            + " AND x.seq >= m.from_seq";

    private InboxRepository() {}

    /**
     * What one may know of a conversation's newest numbers.
     *
     * @param activity when the newest message was stored; the list's order
     */
    record Head(Id conversationId, Instant activity, long seq, long changeSeq) {

        static final Comparator<Head> NEWEST_FIRST = Comparator.comparing(Head::activity)
                .thenComparing(Head::conversationId)
                .reversed();
    }

    /** Where a page of the list goes on: after the conversation with this activity and id. */
    record After(Instant activity, Id conversationId) {}

    /** The heads of all conversations of some users, by activity, newest first. */
    static Map<Id, List<Head>> heads(Connection connection, Collection<Id> users) throws SQLException {
        record One(Id user, Head head) {}
        var found = Jdbc.lookUp(
                connection,
                users,
                InboxRepository::headsSql,
                Parameters::id,
                c -> new One(c.id(), new Head(c.id(), c.time(), c.number(), c.number())));
        var heads = new HashMap<Id, List<Head>>();
        found.forEach(one ->
                heads.computeIfAbsent(one.user(), user -> new ArrayList<>()).add(one.head()));
        heads.values().forEach(list -> list.sort(Head.NEWEST_FIRST));
        return heads;
    }

    static String headsSql(int users) {
        return "SELECT /* inbox.heads */ m.user_id, m.conversation_id, " + ACTIVITY
                + ", COALESCE(m.to_seq, c.last_seq), COALESCE(m.to_change_seq, c.last_change_seq) FROM "
                + Jdbc.rows(users, "u") + " v STRAIGHT_JOIN member m FORCE INDEX (member_of_user) ON m.user_id = v.u"
                + " STRAIGHT_JOIN conversation c ON c.id = m.conversation_id";
    }

    /** One's newest conversations with last message and peer, in no order. */
    static List<InboxRow> page(Connection connection, Id user, @Nullable After after, int limit) throws SQLException {
        return Jdbc.list(
                connection,
                pageSql(after != null),
                p -> {
                    p.id(user);
                    if (after != null) {
                        p.time(after.activity()).time(after.activity()).id(after.conversationId());
                    }
                    p.number(limit);
                },
                InboxRepository::row);
    }

    /** The page is chosen by the heads alone, and only then the rest is read. */
    static String pageSql(boolean goesOn) {
        String newest = "(SELECT m.conversation_id k, m.user_id u FROM member m FORCE INDEX (member_of_user)"
                + " STRAIGHT_JOIN conversation c ON c.id = m.conversation_id WHERE m.user_id = ?"
                + (goesOn ? " AND (" + ACTIVITY + " < ? OR (" + ACTIVITY + " = ? AND m.conversation_id < ?))" : "")
                + " ORDER BY " + ACTIVITY + " DESC, m.conversation_id DESC LIMIT ?)";
        return "SELECT /* inbox.page */ " + COLUMNS + " FROM " + newest + JOINS;
    }

    /** Members' sides of their conversations, with last message and peer; one that is not there is missing. */
    static List<InboxRow> rows(Connection connection, Collection<Key.Member> keys) throws SQLException {
        return Jdbc.lookUp(connection, keys, InboxRepository::rowsSql, InboxRepository::bind, InboxRepository::row);
    }

    static String rowsSql(int keys) {
        return "SELECT /* inbox.rows */ " + COLUMNS + " FROM " + Jdbc.rows(keys, "k", "u") + JOINS;
    }

    /** Members' intervals before the newest one. */
    static Map<Key.Member, List<Range>> earlier(Connection connection, Collection<Key.Member> keys)
            throws SQLException {
        record Earlier(Key.Member member, Range interval) {}
        var found = Jdbc.lookUp(
                connection,
                keys,
                count -> "SELECT /* inbox.intervals */ i.conversation_id, i.user_id, i.from_seq, i.to_seq FROM "
                        + Jdbc.rows(count, "k", "u")
                        + " v STRAIGHT_JOIN member_interval i ON i.conversation_id = v.k AND i.user_id = v.u",
                InboxRepository::bind,
                c -> new Earlier(new Key.Member(c.id(), c.id()), new Range(c.number(), c.number())));
        var intervals = new HashMap<Key.Member, List<Range>>();
        found.forEach(each -> intervals
                .computeIfAbsent(each.member(), member -> new ArrayList<>())
                .add(each.interval()));
        return intervals;
    }

    private static void bind(Parameters p, Key.Member key) throws SQLException {
        p.id(key.conversationId()).id(key.userId());
    }

    private static InboxRow row(Columns c) throws SQLException {
        MemberRow member = RowColumns.member(c);
        ConversationRow conversation = RowColumns.conversation(c);
        Id peer = c.maybeId();
        long read = c.number();
        long delivered = c.number();
        return new InboxRow(
                member,
                conversation,
                peer == null ? null : new InboxRow.Peer(peer, read, delivered),
                c.flag() ? RowColumns.message(c) : null);
    }
}
