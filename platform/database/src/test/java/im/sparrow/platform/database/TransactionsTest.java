package im.sparrow.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.sparrow.contracts.Id;
import im.sparrow.testing.DatabaseResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(Tables.class)
class TransactionsTest {

    @Inject
    Ids ids;

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void a_deadlock_is_run_again() {
        int result = Transactions.retried(() -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException(new SQLException("deadlock", "40001", 1213));
            }
            return 7;
        });

        assertThat(result).isEqualTo(7);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void a_conflict_that_does_not_end_is_given_up() {
        assertThatThrownBy(() -> Transactions.retried(() -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException(new SQLException("deadlock", "40001", 1213));
                }))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(attempts).hasValue(Transactions.ATTEMPTS);
    }

    @Test
    void work_inside_other_work_is_repeated_with_it() {
        int result = Transactions.retried(() -> {
            int attempt = attempts.incrementAndGet();
            return Transactions.retried(() -> {
                if (attempt < 2) {
                    throw new IllegalStateException(new SQLException("deadlock", "40001", 1213));
                }
                return attempt;
            });
        });

        assertThat(result).isEqualTo(2);
        assertThat(attempts).hasValue(2);
    }

    @Test
    void any_other_failure_is_not_repeated() {
        assertThatThrownBy(() -> Transactions.retried(() -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException(new SQLException("no such table", "42S02", 1146));
                }))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void a_conflict_behind_a_suppressed_failure_is_found() {
        var commit = new IllegalStateException("could not commit");
        commit.addSuppressed(new SQLException("duplicate", "23000", 1062));

        assertThat(Transactions.worthRepeating(commit)).isTrue();
    }

    @Test
    void ids_grow_and_say_when_they_were_made() {
        Instant before = Instant.now();
        Id one = ids.next();
        Id two = ids.next();

        assertThat(two).isGreaterThan(one);
        assertThat(Duration.between(before, Ids.madeAt(one)).abs()).isLessThan(Duration.ofSeconds(5));
        assertThat(Ids.firstAt(Ids.madeAt(one))).isLessThanOrEqualTo(one);
        assertThat(Ids.firstAt(Ids.madeAt(one).plusMillis(1))).isGreaterThan(one);
    }
}
