package im.sparrow.message.cursor;

import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.message.member.Marks;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.RowColumns;
import im.sparrow.message.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The marks' statements: three for any number of moves. */
final class CursorRepository {

    private CursorRepository() {}

    /** Members with their conversations' heads; one who is no member is missing. */
    static List<Reader> readers(Connection connection, Collection<Key.Member> keys) throws SQLException {
        return Jdbc.lookUp(
                connection,
                keys,
                // A group's other members are many and nobody's peer: key 0 finds none of them.
                count -> "SELECT /* cursors.readers */ " + RowColumns.MEMBER
                        + ", c.kind, c.last_seq, c.last_countable_no, p.user_id FROM " + Jdbc.rows(count, "k", "u")
                        + " v STRAIGHT_JOIN member m ON m.conversation_id = v.k AND m.user_id = v.u"
                        + " STRAIGHT_JOIN conversation c ON c.id = m.conversation_id"
                        + " LEFT JOIN member p ON p.conversation_id = IF(c.kind = 'direct', c.id, 0)"
                        + " AND p.user_id <> m.user_id",
                (p, key) -> p.id(key.conversationId()).id(key.userId()),
                c -> new Reader(
                        RowColumns.member(c),
                        ConversationKind.valueOf(c.text().toUpperCase(Locale.ROOT)),
                        c.number(),
                        c.number(),
                        c.maybeId()));
    }

    /** Moves marks forward; the greater number stays. */
    static void move(Connection connection, Map<Key.Member, Marks> moves) throws SQLException {
        Jdbc.write(
                connection,
                moves.entrySet(),
                count -> "UPDATE /* cursors.move */ " + Jdbc.rows(count, "k", "u", "r", "rc", "ro", "d")
                        + " v STRAIGHT_JOIN member m ON m.conversation_id = v.k AND m.user_id = v.u"
                        + " SET m.read_seq = GREATEST(m.read_seq, v.r),"
                        + " m.read_countable_no = GREATEST(m.read_countable_no, v.rc),"
                        + " m.read_own_no = GREATEST(m.read_own_no, v.ro),"
                        + " m.delivered_seq = GREATEST(m.delivered_seq, v.d)",
                (p, move) -> p.id(move.getKey().conversationId())
                        .id(move.getKey().userId())
                        .number(move.getValue().readSeq())
                        .number(move.getValue().readCountableNo())
                        .number(move.getValue().readOwnNo())
                        .number(move.getValue().deliveredSeq()));
    }
}
