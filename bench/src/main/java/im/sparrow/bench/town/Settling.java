package im.sparrow.bench.town;

import im.sparrow.bench.suite.Installation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.LongConsumer;

/** Writes a town into the log's own tables: conversations and memberships from the beginning, no message yet. */
public final class Settling {

    private static final int BATCH = 2_000;
    private static final String CONVERSATION = "INSERT INTO conversation (id, kind, title, state, version, last_seq,"
            + " last_change_seq, last_countable_no, last_activity, created_at)"
            + " VALUES (?, ?, ?, 'open', 1, 0, 0, 0, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))";
    private static final String MEMBER =
            "INSERT INTO member (conversation_id, user_id, role, can_send, version, from_seq,"
                    + " read_seq, read_countable_no, read_own_no, delivered_seq) VALUES (?, ?, 'member', 1, 1, 1, 0, 0, 0, 0)";

    private Settling() {}

    /**
     * Writes all of it.
     *
     * @param progress is told the number of memberships written, now and then
     */
    public static Town settle(Installation installation, Town town, LongConsumer progress) throws SQLException {
        try (Connection connection = installation.database("message")) {
            connection.setAutoCommit(false);
            try (var conversation = connection.prepareStatement(CONVERSATION);
                    var member = connection.prepareStatement(MEMBER)) {
                long written = 0;
                long said = 0;
                for (Town.Chat chat : town.chats()) {
                    conversation.setLong(1, chat.id());
                    conversation.setString(2, chat.group() ? "group" : "direct");
                    conversation.setString(3, chat.group() ? "bench " + chat.id() : null);
                    conversation.addBatch();
                    written += members(member, town, chat);
                    if (written - said >= BATCH) {
                        store(connection, conversation, member);
                        said = written;
                        progress.accept(written);
                    }
                }
                store(connection, conversation, member);
            }
        }
        return town;
    }

    private static int members(PreparedStatement member, Town town, Town.Chat chat) throws SQLException {
        for (int place : chat.members()) {
            member.setLong(1, chat.id());
            member.setLong(2, town.users()[place]);
            member.addBatch();
        }
        return chat.members().length;
    }

    private static void store(Connection connection, PreparedStatement conversation, PreparedStatement member)
            throws SQLException {
        conversation.executeBatch();
        member.executeBatch();
        connection.commit();
    }
}
