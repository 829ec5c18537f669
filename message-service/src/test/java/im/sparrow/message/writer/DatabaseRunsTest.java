package im.sparrow.message.writer;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Id;
import im.sparrow.message.MessageTest;
import im.sparrow.message.Talk;
import im.sparrow.message.command.Entry;
import im.sparrow.message.log.Generator;
import im.sparrow.message.log.Scene;
import im.sparrow.message.member.Range;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.MessageRow;
import im.sparrow.message.row.RowColumns;
import im.sparrow.message.sql.Jdbc;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The statements do what the tables in memory do: the same random lives come to the same rows. */
@MessageTest
class DatabaseRunsTest {

    private static final int BATCHES = 50;

    @Inject
    DataSource database;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void a_random_life_leaves_the_same_rows(long seed) throws Exception {
        var scene = Scene.empty(Talk.newId());
        // A day of its own: the same people live in every seed, and refusals are counted by the hour.
        scene.pass(Duration.ofDays(seed));
        var transaction = Bench.transaction(database, () -> scene.now);
        write(scene, transaction, scene.making(Scene.ALICE, Scene.BOB));
        var generator = new Generator(seed, scene);
        for (int i = 0; i < BATCHES; i++) {
            write(scene, transaction, generator.next());
        }

        try (Connection connection = database.getConnection()) {
            assertThat(messages(connection, scene.where))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                    .containsExactlyElementsOf(scene.tables.log(scene.where).values());
            assertThat(members(connection, scene.where))
                    .containsExactlyElementsOf(scene.tables.members.values().stream()
                            .sorted(Comparator.comparing(MemberRow::userId))
                            .toList());
            assertThat(conversation(connection, scene.where)).isEqualTo(scene.tables.conversations.get(scene.where));
            assertThat(count(connection, "op", scene.where)).isEqualTo(scene.tables.ops.size());
            assertThat(count(connection, "refusal", scene.where)).isEqualTo(scene.tables.refusals.size());
            assertThat(intervals(connection, scene.where))
                    .containsExactlyInAnyOrderElementsOf(scene.tables.intervals.values().stream()
                            .flatMap(List::stream)
                            .toList());
        }
    }

    private static void write(Scene scene, LogTransaction transaction, List<Entry> batch) throws Away {
        scene.write(batch);
        Bench.write(transaction, batch);
    }

    private static List<MessageRow> messages(Connection connection, Id where) throws SQLException {
        return Jdbc.list(
                connection,
                "SELECT " + RowColumns.MESSAGE + " FROM message x WHERE x.conversation_id = ? ORDER BY x.seq",
                p -> p.id(where),
                RowColumns::message);
    }

    private static List<MemberRow> members(Connection connection, Id where) throws SQLException {
        return Jdbc.list(
                connection,
                "SELECT " + RowColumns.MEMBER + " FROM member m WHERE m.conversation_id = ? ORDER BY m.user_id",
                p -> p.id(where),
                RowColumns::member);
    }

    private static ConversationRow conversation(Connection connection, Id where) throws SQLException {
        return Jdbc.list(
                        connection,
                        "SELECT " + RowColumns.CONVERSATION + " FROM conversation c WHERE c.id = ?",
                        p -> p.id(where),
                        RowColumns::conversation)
                .getFirst();
    }

    private static List<Range> intervals(Connection connection, Id where) throws SQLException {
        return Jdbc.list(
                connection,
                "SELECT from_seq, to_seq FROM member_interval WHERE conversation_id = ?",
                p -> p.id(where),
                c -> new Range(c.number(), c.number()));
    }

    private static long count(Connection connection, String table, Id where) throws SQLException {
        return Jdbc.list(
                        connection,
                        "SELECT COUNT(*) FROM " + table + " WHERE conversation_id = ?",
                        p -> p.id(where),
                        c -> c.number())
                .getFirst();
    }
}
