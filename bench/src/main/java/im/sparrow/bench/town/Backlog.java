package im.sparrow.bench.town;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongConsumer;

/** Messages that were said before anybody measured: written by SQL, in the shape in which the writer writes them. */
public final class Backlog {

    private static final String COLUMNS =
            "conversation_id, seq, id, sender_id, client_msg_id, type, body, hash, countable,"
                    + " countable_no, created_at, command_offset";
    private static final String BODY = "{\"text\":\"" + "a sparrow ".repeat(10) + "\"}";
    private static final long FIRST = 1_000;
    private static final long CHUNK = 100_000;

    private Backlog() {}

    /**
     * Fills one conversation.
     *
     * @param progress is told the number of messages that are there
     */
    public static void fill(Connection connection, Town town, Town.Chat chat, long messages, LongConsumer progress)
            throws SQLException {
        connection.setAutoCommit(false);
        try (var careless = connection.createStatement()) {
            careless.execute("SET unique_checks = 0, foreign_key_checks = 0");
        }
        long there = Math.min(FIRST, messages);
        first(connection, town, chat, there);
        while (there < messages) {
            long more = Math.min(Math.min(there, CHUNK), messages - there);
            again(connection, chat, there, more);
            there += more;
            connection.commit();
            progress.accept(there);
        }
        heads(connection, chat, there);
        connection.commit();
    }

    private static void first(Connection connection, Town town, Town.Chat chat, long count) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO message (" + COLUMNS
                + ") VALUES (?, ?, ?, ?, UNHEX(LPAD(HEX(?), 32, '0')), 'text', ?, UNHEX(REPEAT('0', 32)), 1, ?,"
                + " TIMESTAMPADD(SECOND, ?, '2020-01-01'), 0)")) {
            for (long seq = 1; seq <= count; seq++) {
                insert.setLong(1, chat.id());
                insert.setLong(2, seq);
                insert.setLong(3, chat.id() + seq);
                insert.setLong(4, town.users()[chat.members()[(int) (seq % 2)]]);
                insert.setLong(5, seq);
                insert.setString(6, BODY);
                insert.setLong(7, seq);
                insert.setLong(8, seq);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The first so many once more, further on. */
    private static void again(Connection connection, Town.Chat chat, long by, long count) throws SQLException {
        try (var copy = connection.prepareStatement("INSERT INTO message (" + COLUMNS
                + ") SELECT conversation_id, seq + ?, id + ?, sender_id, UNHEX(LPAD(HEX(seq + ?), 32, '0')), type, body,"
                + " hash, 1, countable_no + ?, TIMESTAMPADD(SECOND, ?, created_at), 0 FROM message"
                + " WHERE conversation_id = ? AND seq <= ?")) {
            for (int i = 1; i <= 5; i++) {
                copy.setLong(i, by);
            }
            copy.setLong(6, chat.id());
            copy.setLong(7, count);
            copy.executeUpdate();
        }
    }

    private static void heads(Connection connection, Town.Chat chat, long count) throws SQLException {
        try (var conversation = connection.prepareStatement(
                "UPDATE conversation SET last_seq = ?, last_countable_no = ? WHERE id = ?")) {
            conversation.setLong(1, count);
            conversation.setLong(2, count);
            conversation.setLong(3, chat.id());
            conversation.executeUpdate();
        }
    }
}
