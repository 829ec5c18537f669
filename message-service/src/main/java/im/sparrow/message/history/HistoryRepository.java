package im.sparrow.message.history;

import im.sparrow.contracts.Id;
import im.sparrow.message.member.Range;
import im.sparrow.message.row.MessageRow;
import im.sparrow.message.row.RowColumns;
import im.sparrow.message.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The history's two statements: by primary key, and by the index of changes. */
final class HistoryRepository {

    private HistoryRepository() {}

    /** The messages of these ranges, by seq. */
    static List<MessageRow> messages(Connection connection, Id conversation, List<Range> ranges) throws SQLException {
        if (ranges.isEmpty()) {
            return List.of();
        }
        return Jdbc.list(
                connection,
                messagesSql(ranges.size()),
                p -> {
                    p.id(conversation);
                    for (Range range : ranges) {
                        p.number(range.from()).number(range.to());
                    }
                },
                RowColumns::message);
    }

    static String messagesSql(int ranges) {
        return "SELECT /* history.messages */ " + RowColumns.MESSAGE
                + " FROM message x FORCE INDEX (PRIMARY) WHERE x.conversation_id = ? AND (x.seq BETWEEN ? AND ?"
                + " OR x.seq BETWEEN ? AND ?".repeat(ranges - 1) + ") ORDER BY x.seq";
    }

    /** The messages whose newest change is after that one, by change. */
    static List<MessageRow> changes(Connection connection, Id conversation, long after, int limit) throws SQLException {
        return Jdbc.list(
                connection, changesSql(), p -> p.id(conversation).number(after).number(limit), RowColumns::message);
    }

    static String changesSql() {
        return "SELECT /* history.changes */ " + RowColumns.MESSAGE
                + " FROM message x FORCE INDEX (message_change) WHERE x.conversation_id = ? AND x.change_seq > ?"
                + " ORDER BY x.change_seq LIMIT ?";
    }
}
