package im.sparrow.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.sparrow.testing.DatabaseResource;
import im.sparrow.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(Tables.class)
class NodeLeaseTest {

    @Inject
    DataSource database;

    private final AtomicLong clock = new AtomicLong();

    @Test
    void two_processes_never_make_ids_with_one_number() {
        assertThat(lease().node()).isPresent().isNotEqualTo(lease().node());
    }

    @Test
    void a_number_that_was_given_back_is_taken_again() {
        var first = lease();
        int number = first.node().orElseThrow();
        first.release();

        assertThat(lease().node()).hasValue(number);
    }

    @Test
    void whoever_asks_does_not_wait_for_the_renewal() throws SQLException {
        var lease = lease();
        int number = lease.node().orElseThrow();
        LocalDateTime before = end(number);

        later(Duration.ofMinutes(2));

        assertThat(lease.node()).hasValue(number);
        await().until(() -> end(number).isAfter(before));
        assertThat(lease.node()).hasValue(number);
    }

    @Test
    void a_lease_that_another_has_taken_is_not_used_again() throws SQLException {
        var lease = lease();
        int number = lease.node().orElseThrow();
        update("UPDATE node_lease SET owner = 'another' WHERE node = " + number);

        later(Duration.ofMinutes(2));

        await().until(() -> !lease.node().equals(OptionalInt.of(number)));
        assertThat(lease.node()).isPresent();
    }

    @Test
    void after_a_long_silence_a_new_lease_is_taken_before_any_number_is_given() throws SQLException {
        var lease = lease();
        int number = lease.node().orElseThrow();
        update("UPDATE node_lease SET owner = 'another' WHERE node = " + number);

        later(Duration.ofMinutes(6));

        assertThat(lease.node()).isPresent().isNotEqualTo(OptionalInt.of(number));
    }

    private NodeLease lease() {
        return new NodeLease(database, clock::get);
    }

    private void later(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private static LocalDateTime end(int node) throws SQLException {
        try (var connection = new TestDatabase("sparrow_test").connect();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT lease_until FROM node_lease WHERE node = " + node)) {
            row.next();
            return row.getObject(1, LocalDateTime.class);
        }
    }

    private static void update(String sql) throws SQLException {
        try (var connection = new TestDatabase("sparrow_test").connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
