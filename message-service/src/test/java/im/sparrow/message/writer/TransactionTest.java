package im.sparrow.message.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.sparrow.contracts.conversation.Cause;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.message.Command;
import im.sparrow.message.MessageTest;
import im.sparrow.message.Talk;
import im.sparrow.message.command.Entry;
import im.sparrow.message.log.Scene;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in a batch's way: another's locks, data that cannot be stored, a database that is away. */
@MessageTest
class TransactionTest {

    @Inject
    DataSource database;

    private final Scene scene = Scene.empty(Talk.newId());

    @BeforeEach
    void a_group() throws Away {
        Bench.write(database, () -> scene.now, scene.making(Scene.ALICE, Scene.BOB));
    }

    @Test
    void a_deadlock_is_tried_again() throws Exception {
        var recorded = new Recorded(database);
        recorded.insteadOfCommit(new SQLException("deadlock", "40001", 1213));

        var written = write(recorded, batch(3));

        assertThat(written)
                .singleElement()
                .satisfies(one -> assertThat(one.records()).hasSize(3));
        assertThat(Collections.frequency(recorded.take(), "commit")).isEqualTo(2);
    }

    @Test
    void what_stays_in_the_way_is_met_by_smaller_batches() throws Exception {
        var recorded = new Recorded(database);
        for (int i = 0; i < 4; i++) {
            recorded.insteadOfCommit(new SQLException("lock wait", "HY000", 1205));
        }

        var written = write(recorded, batch(4));

        assertThat(written)
                .hasSize(2)
                .allSatisfy(half -> assertThat(half.records()).hasSize(2));
    }

    @Test
    void one_command_that_cannot_be_stored_leaves_the_others_alone() throws Exception {
        var batch = new ArrayList<>(batch(4));
        batch.add(scene.service(tooLong()));
        batch.addAll(batch(3));

        var written = write(new Recorded(database), batch);

        var records = written.stream().flatMap(one -> one.records().stream()).toList();
        assertThat(records.stream().filter(record -> record.topic().endsWith(".dlt")))
                .hasSize(1);
        assertThat(records).hasSize(8);
    }

    @Test
    void a_database_that_is_away_is_said_to_be_so_and_nothing_is_stored() {
        var recorded = new Recorded(database);
        recorded.insteadOfCommit(new SQLException("gone", "08S01", 0));

        assertThatThrownBy(() -> write(recorded, batch(1))).isInstanceOf(Away.class);
    }

    @Test
    void what_the_server_cannot_take_now_is_no_fault_of_the_data() {
        assertThat(Fault.of(new SQLException("table full", "HY000", 1114))).isEqualTo(Fault.AWAY);
        assertThat(Fault.of(new SQLException("read only", "HY000", 1290))).isEqualTo(Fault.AWAY);
        assertThat(Fault.of(new SQLException("acquisition timeout"))).isEqualTo(Fault.AWAY);
        assertThat(Fault.of(new SQLException("too long", "22001", 1406))).isEqualTo(Fault.DATA);
        assertThat(Fault.of(new SQLException("changed", "HY000", 1020))).isEqualTo(Fault.CONFLICT);
        assertThat(Fault.of(new SQLException("duplicate", "23000", 1062))).isEqualTo(Fault.KNOWN);
    }

    private Command tooLong() {
        var apply = scene.describe(ConversationState.OPEN, null, Cause.SILENT);
        return new Command.ApplyConversation(
                apply.conversationId(),
                apply.opId(),
                apply.kind(),
                "x".repeat(65),
                null,
                apply.state(),
                null,
                apply.version(),
                null,
                apply.cause());
    }

    private List<Entry> batch(int sends) {
        var batch = new ArrayList<Entry>();
        for (int i = 0; i < sends; i++) {
            batch.add(scene.person(Scene.ALICE, scene.text("text " + i)));
        }
        return batch;
    }

    private List<Written> write(Recorded recorded, List<Entry> batch) throws Away {
        return Objects.requireNonNull(Bench.write(recorded.source(), () -> scene.now, batch));
    }
}
