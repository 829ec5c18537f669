package im.sparrow.message.inbox;

import im.sparrow.contracts.Id;
import im.sparrow.message.member.Range;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.RowColumns;
import im.sparrow.message.sql.Columns;
import im.sparrow.message.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inbox's statements. None of them is run per conversation. */
final class InboxRepository {

    private static final String ACTIVITY = "COALESCE(m.to_activity, c.last_activity)";

    private InboxRepository() {}

    /**
     * What one may know of a conversation's newest numbers.
     *
     * @param activity when the newest message was stored; the list's order
     */
    record Head(Id conversationId, Instant activity, long seq, long changeSeq) {}

    /** Where a page of the list goes on: after the conversation with this activity and id. */
    record After(Instant activity, Id conversationId) {}

    /** The heads of one's conversations, by activity, newest first. */
    static List<Head> heads(Connection connection, Id user, @Nullable After after, int limit) throws SQLException {
        return Jdbc.list(
                connection,
                headsSql(after != null),
                p -> {
                    p.id(user);
                    if (after != null) {
                        p.time(after.activity()).time(after.activity()).id(after.conversationId());
                    }
                    p.number(limit);
                },
                c -> new Head(c.id(), c.time(), c.number(), c.number()));
    }

    static String headsSql(boolean goesOn) {
        return "SELECT /* inbox.heads */ m.conversation_id, " + ACTIVITY
                + ", COALESCE(m.to_seq, c.last_seq), COALESCE(m.to_change_seq, c.last_change_seq)"
                + " FROM member m FORCE INDEX (member_of_user) STRAIGHT_JOIN conversation c"
                + " ON c.id = m.conversation_id WHERE m.user_id = ?"
                + (goesOn ? " AND (" + ACTIVITY + " < ? OR (" + ACTIVITY + " = ? AND m.conversation_id < ?))" : "")
                + " ORDER BY " + ACTIVITY + " DESC, m.conversation_id DESC LIMIT ?";
    }

    /** One's side of these conversations, with last message and peer; one that is not one's own is missing. */
    static List<InboxRow> rows(Connection connection, Id user, Collection<Id> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        return Jdbc.list(
                connection,
                rowsSql(ids.size()),
                p -> {
                    for (Id id : ids) {
                        p.id(id);
                    }
                    p.id(user).id(user);
                },
                InboxRepository::row);
    }

    /** A group's other members are many and nobody's peer: key 0 finds none of them. */
    static String rowsSql(int ids) {
        return "SELECT /* inbox.rows */ " + RowColumns.MEMBER + ", " + RowColumns.CONVERSATION
                + ", p.user_id, p.read_seq, p.delivered_seq, x.seq IS NOT NULL, " + RowColumns.MESSAGE + " FROM "
                + Jdbc.rows(ids, "k")
                + " v STRAIGHT_JOIN member m ON m.conversation_id = v.k AND m.user_id = ?"
                + " STRAIGHT_JOIN conversation c ON c.id = v.k"
                + " LEFT JOIN member p ON p.conversation_id = IF(c.kind = 'direct', c.id, 0) AND p.user_id <> ?"
                + " LEFT JOIN message x ON x.conversation_id = v.k AND x.seq = COALESCE(m.to_seq, c.last_seq)"
                + " AND x.seq >= m.from_seq";
    }

    /** One's intervals before the newest one, by conversation. */
    static Map<Id, List<Range>> earlier(Connection connection, Id user, Collection<Id> ids) throws SQLException {
        record Earlier(Id conversationId, Range interval) {}
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = Jdbc.list(
                connection,
                "SELECT /* inbox.intervals */ i.conversation_id, i.from_seq, i.to_seq FROM "
                        + Jdbc.rows(ids.size(), "k")
                        + " v STRAIGHT_JOIN member_interval i ON i.conversation_id = v.k AND i.user_id = ?",
                p -> {
                    for (Id id : ids) {
                        p.id(id);
                    }
                    p.id(user);
                },
                c -> new Earlier(c.id(), new Range(c.number(), c.number())));
        var intervals = new HashMap<Id, List<Range>>();
        found.forEach(each -> intervals
                .computeIfAbsent(each.conversationId(), id -> new ArrayList<>())
                .add(each.interval()));
        return intervals;
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
