package im.sparrow.message.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Id;
import im.sparrow.message.Explained;
import im.sparrow.message.Explained.Step;
import im.sparrow.message.MessageTest;
import im.sparrow.message.Talk;
import im.sparrow.message.row.Key;
import im.sparrow.message.sql.Database;
import im.sparrow.message.sql.Jdbc;
import im.sparrow.message.writer.Recorded;
import im.sparrow.platform.readmodel.KnownAccounts;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The inbox costs the same number of statements for any number of conversations, and reads one's own alone. */
@MessageTest
class InboxPlanTest {

    @Inject
    DataSource database;

    @Inject
    KnownAccounts accounts;

    private final Id user = Talk.newId();

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1_000})
    void the_list_costs_one_statement_of_the_log_and_what_changed_two(int conversations) throws Exception {
        fill(conversations);
        var recorded = new Recorded(database);
        var inbox = inbox(recorded);
        inbox.changed(List.of(new Inbox.Device(user, null, Map.of())));
        recorded.take();

        var page = inbox.page(user, 50, null);
        var list = recorded.take();
        inbox.changed(List.of(new Inbox.Device(user, null, Map.of())));

        assertThat(page.items()).hasSize(Math.min(50, conversations));
        assertThat(page.items().getFirst().unread()).isEqualTo(1);
        assertThat(list).containsExactly("inbox.page");
        assertThat(recorded.take()).containsExactly("inbox.heads", "inbox.rows");
    }

    @Test
    void the_heads_are_read_by_the_users_own_key_and_no_others() throws Exception {
        fill(200);
        try (Connection connection = database.getConnection()) {
            var plan = Explained.plan(connection, InboxRepository.headsSql(1), user.value());
            long before = Explained.rowsRead(connection);
            InboxRepository.heads(connection, List.of(user));

            assertThat(plan).contains(new Step("m", "ref", "member_of_user", 200));
            assertThat(plan)
                    .anySatisfy(
                            step -> assertThat(step.table() + " " + step.type()).isEqualTo("c eq_ref"));
            assertThat(Explained.rowsRead(connection) - before).isLessThanOrEqualTo(2 * 200 + 2);
        }
    }

    @Test
    void a_page_of_rows_is_read_by_keys_alone() throws Exception {
        List<Id> ids = fill(200).subList(0, 50);
        try (Connection connection = database.getConnection()) {
            List<Key.Member> keys =
                    ids.stream().map(id -> new Key.Member(id, user)).toList();
            long[] parameters = keys.stream()
                    .flatMapToLong(key -> LongStream.of(
                            key.conversationId().value(), key.userId().value()))
                    .toArray();

            var plan = Explained.plan(connection, InboxRepository.rowsSql(50), parameters);
            long before = Explained.rowsRead(connection);
            var rows = InboxRepository.rows(connection, keys);

            assertThat(plan.stream().filter(step -> List.of("m", "c", "p", "x").contains(step.table())))
                    .hasSize(4)
                    .allSatisfy(step -> assertThat(step.type()).isIn("eq_ref", "ref", "range"));
            assertThat(rows).hasSize(50);
            assertThat(Explained.rowsRead(connection) - before).isLessThanOrEqualTo(6 * 50 + 5);
        }
    }

    @Test
    void a_page_of_the_list_reads_one_s_heads_and_the_rest_of_the_page_alone() throws Exception {
        fill(200);
        try (Connection connection = database.getConnection()) {
            var plan = Explained.plan(connection, InboxRepository.pageSql(false), user.value(), 51);
            long before = Explained.rowsRead(connection);
            var rows = InboxRepository.page(connection, user, null, 51);

            assertThat(plan).contains(new Step("m", "ref", "member_of_user", 200));
            assertThat(plan.stream().filter(step -> List.of("m", "c", "p", "x").contains(step.table())))
                    .hasSize(6)
                    .allSatisfy(step -> assertThat(step.type()).isIn("eq_ref", "ref", "range"));
            assertThat(rows).hasSize(51);
            assertThat(Explained.rowsRead(connection) - before).isLessThanOrEqualTo(3 * 200 + 6 * 51 + 10);
        }
    }

    private Inbox inbox(Recorded recorded) {
        var reads = new Database(recorded.source());
        return new Inbox(reads, accounts, new Epoch(reads, InstantSource.system()));
    }

    /** One-to-ones with one text each, of the other one. */
    private List<Id> fill(int conversations) throws SQLException {
        List<Id> ids =
                IntStream.range(0, conversations).mapToObj(i -> Talk.newId()).toList();
        try (Connection connection = database.getConnection()) {
            Jdbc.write(
                    connection,
                    ids,
                    count -> "INSERT INTO conversation (id, kind, state, version, last_seq, last_change_seq,"
                            + " last_countable_no, last_activity, created_at) VALUES " + Jdbc.values(count, 9),
                    (p, id) -> p.id(id)
                            .text("direct")
                            .text("open")
                            .number(1)
                            .number(1)
                            .number(0)
                            .number(1)
                            .time(Instant.ofEpochSecond(id.value() % 1_000_000))
                            .time(Instant.EPOCH));
            member(connection, ids, user);
            member(connection, ids, Id.of(user.value() + 1));
            Jdbc.write(
                    connection,
                    ids,
                    count ->
                            "INSERT INTO message (conversation_id, seq, id, sender_id, client_msg_id, type, body, hash,"
                                    + " countable, countable_no, created_at, command_offset) VALUES "
                                    + Jdbc.values(count, 12),
                    (p, id) -> p.id(id)
                            .number(1)
                            .id(id)
                            .number(user.value() + 1)
                            .bits(new UUID(1, 1))
                            .text("text")
                            .text("{\"text\":\"hi\"}")
                            .bits(new UUID(0, 0))
                            .number(1)
                            .number(1)
                            .time(Instant.EPOCH)
                            .number(1));
        }
        return ids;
    }

    private static void member(Connection connection, List<Id> ids, Id member) throws SQLException {
        Jdbc.write(
                connection,
                ids,
                count -> "INSERT INTO member (conversation_id, user_id, role, can_send, version, from_seq, read_seq,"
                        + " read_countable_no, read_own_no, delivered_seq) VALUES " + Jdbc.values(count, 10),
                (p, id) -> p.id(id)
                        .id(member)
                        .text("member")
                        .number(1)
                        .number(1)
                        .number(1)
                        .number(0)
                        .number(0)
                        .number(0)
                        .number(0));
    }
}
