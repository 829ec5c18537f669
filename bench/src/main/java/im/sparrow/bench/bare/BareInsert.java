package im.sparrow.bench.bare;

import im.sparrow.bench.town.Town;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * The statements of the writer's transaction with nothing around them: lock the conversations, read the members, insert
 * the messages, move the conversations' heads and the senders' numbers, commit. One thread, distinct conversations.
 */
public final class BareInsert {

    private static final String BODY = "{\"text\":\"" + "a sparrow ".repeat(10) + "\"}";

    private final Connection connection;
    private final Town town;
    private final Random random = new Random(1);
    private final long[] next;
    private long number;

    /** Writes into a town's conversations, which nobody else uses. */
    public BareInsert(Connection connection, Town town) {
        this.connection = connection;
        this.town = town;
        this.next = new long[town.chats().size()];
    }

    /** Stores one batch of so many messages, each in another conversation. */
    public void batch(int size) throws SQLException {
        int[] chats =
                random.ints(0, next.length).distinct().limit(size).sorted().toArray();
        lock(chats);
        members(chats);
        insert(chats);
        heads(chats);
        numbers(chats);
        connection.commit();
    }

    private static String rows(int count, String first, String others) {
        return "(SELECT " + first + " UNION ALL SELECT "
                + String.join(" UNION ALL SELECT ", Collections.nCopies(count, others)) + ")";
    }

    private static String keys(int count, String first, String others) {
        return count == 1 ? "(SELECT " + first + ")" : rows(count - 1, first, others);
    }

    private interface Bind {
        int row(PreparedStatement statement, int at, int chat) throws SQLException;
    }

    private void each(int[] chats, IntFunction<String> sql, Bind bind, boolean reads) throws SQLException {
        try (var statement = connection.prepareStatement(sql.apply(chats.length))) {
            int at = 1;
            for (int chat : chats) {
                at = bind.row(statement, at, chat);
            }
            if (reads) {
                try (var found = statement.executeQuery()) {
                    while (found.next()) {
                        number += found.getLong(1) & 1;
                    }
                }
            } else {
                statement.executeUpdate();
            }
        }
    }

    private long conversation(int chat) {
        return town.chats().get(chat).id();
    }

    private long sender(int chat) {
        return town.users()[town.chats().get(chat).members()[0]];
    }

    private int bindKey(PreparedStatement statement, int at, int chat) throws SQLException {
        statement.setLong(at, conversation(chat));
        statement.setLong(at + 1, sender(chat));
        return at + 2;
    }

    private void lock(int[] chats) throws SQLException {
        each(
                chats,
                count -> "SELECT c.id, c.kind, c.state, c.last_seq FROM " + keys(count, "? k", "?")
                        + " v STRAIGHT_JOIN conversation c ON c.id = v.k FOR UPDATE",
                (statement, at, chat) -> {
                    statement.setLong(at, conversation(chat));
                    return at + 1;
                },
                true);
    }

    private void members(int[] chats) throws SQLException {
        each(
                chats,
                count -> "SELECT m.user_id, m.role, m.can_send, m.from_seq, m.to_seq FROM "
                        + keys(count, "? k, ? u", "?, ?")
                        + " v STRAIGHT_JOIN member m ON m.conversation_id = v.k AND m.user_id = v.u",
                this::bindKey,
                true);
    }

    private void insert(int[] chats) throws SQLException {
        each(
                chats,
                count -> "INSERT INTO message (conversation_id, seq, id, sender_id, client_msg_id, type, body, hash,"
                        + " countable, countable_no, created_at, command_offset) VALUES "
                        + String.join(
                                ", ",
                                Collections.nCopies(count, "(?, ?, ?, ?, ?, 'text', ?, ?, 1, ?, UTC_TIMESTAMP(6), 0)")),
                (statement, at, chat) -> {
                    byte[] id = new byte[16];
                    random.nextBytes(id);
                    long seq = ++next[chat];
                    statement.setLong(at, conversation(chat));
                    statement.setLong(at + 1, seq);
                    statement.setLong(at + 2, number++ + 1);
                    statement.setLong(at + 3, sender(chat));
                    statement.setBytes(at + 4, id);
                    statement.setString(at + 5, BODY);
                    statement.setBytes(at + 6, id);
                    statement.setLong(at + 7, seq);
                    return at + 8;
                },
                false);
    }

    private void heads(int[] chats) throws SQLException {
        each(
                chats,
                count -> "UPDATE conversation SET last_seq = last_seq + 1, last_countable_no = last_countable_no + 1,"
                        + " last_activity = UTC_TIMESTAMP(6) WHERE id IN ("
                        + String.join(", ", Collections.nCopies(count, "?")) + ")",
                (statement, at, chat) -> {
                    statement.setLong(at, conversation(chat));
                    return at + 1;
                },
                false);
    }

    private void numbers(int[] chats) throws SQLException {
        each(
                chats,
                count -> "UPDATE " + keys(count, "? k, ? u", "?, ?")
                        + " v STRAIGHT_JOIN member m ON m.conversation_id = v.k AND m.user_id = v.u"
                        + " SET m.own_no = m.own_no + 1, m.last_own_seq = m.last_own_seq + 1",
                this::bindKey,
                false);
    }
}
