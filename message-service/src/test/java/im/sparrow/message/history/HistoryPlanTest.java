package im.sparrow.message.history;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Id;
import im.sparrow.message.Explained;
import im.sparrow.message.Explained.Step;
import im.sparrow.message.MessageTest;
import im.sparrow.message.Talk;
import im.sparrow.message.member.Range;
import im.sparrow.message.sql.Jdbc;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A page costs its length, however long the history is; planned so, and counted. */
@MessageTest
class HistoryPlanTest {

    private static final int MESSAGES = 5_000;

    @Inject
    DataSource database;

    private final Id where = Talk.newId();

    @Test
    void a_page_of_messages_reads_its_rows_by_primary_key() throws Exception {
        try (Connection connection = database.getConnection()) {
            fill(connection);

            var plan = Explained.plan(connection, HistoryRepository.messagesSql(1), where.value(), 2_001, 2_050);
            long before = Explained.rowsRead(connection);
            var rows = HistoryRepository.messages(connection, where, List.of(new Range(2_001, 2_050)));

            assertThat(plan).containsExactly(new Step("x", "range", "PRIMARY", 50));
            assertThat(rows).hasSize(50);
            assertThat(Explained.rowsRead(connection) - before).isLessThanOrEqualTo(52);
        }
    }

    @Test
    void a_page_over_two_intervals_reads_no_more() throws Exception {
        try (Connection connection = database.getConnection()) {
            fill(connection);
            var ranges = List.of(new Range(100, 119), new Range(4_000, 4_029));

            long before = Explained.rowsRead(connection);
            var rows = HistoryRepository.messages(connection, where, ranges);

            assertThat(rows).hasSize(50);
            assertThat(Explained.rowsRead(connection) - before).isLessThanOrEqualTo(54);
        }
    }

    @Test
    void a_page_of_changes_reads_its_rows_by_the_index_of_changes() throws Exception {
        try (Connection connection = database.getConnection()) {
            fill(connection);

            var plan = Explained.plan(connection, HistoryRepository.changesSql(), where.value(), 300, 51);
            long before = Explained.rowsRead(connection);
            var rows = HistoryRepository.changes(connection, where, 300, 51);

            assertThat(plan).singleElement().satisfies(step -> {
                assertThat(step.key()).isEqualTo("message_change");
                assertThat(step.type()).isEqualTo("range");
            });
            assertThat(rows).hasSize(51);
            assertThat(rows.getFirst().change()).isNotNull();
            assertThat(Explained.rowsRead(connection) - before).isLessThanOrEqualTo(53);
        }
    }

    /** Every tenth message was recalled. */
    private void fill(Connection connection) throws Exception {
        for (int from = 1; from <= MESSAGES; from += 500) {
            var seqs = new ArrayList<Integer>();
            for (int seq = from; seq < from + 500; seq++) {
                seqs.add(seq);
            }
            Jdbc.write(
                    connection,
                    seqs,
                    count -> "INSERT INTO message (conversation_id, seq, id, sender_id, client_msg_id, type, hash,"
                            + " countable, countable_no, change_seq, created_at, recalled_by, recalled_at,"
                            + " command_offset) VALUES " + Jdbc.values(count, 14),
                    (p, seq) -> p.id(where)
                            .number(seq)
                            .number(seq)
                            .number(1)
                            .bits(new UUID(1, seq))
                            .text("text")
                            .bits(new UUID(0, 0))
                            .number(1)
                            .number(seq)
                            .maybeNumber(seq % 10 == 0 ? (long) seq / 10 : null)
                            .time(Instant.EPOCH)
                            .maybeNumber(seq % 10 == 0 ? 1L : null)
                            .time(seq % 10 == 0 ? Instant.EPOCH : null)
                            .number(seq));
        }
    }
}
