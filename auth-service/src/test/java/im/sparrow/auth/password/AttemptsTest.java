package im.sparrow.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final Attempts attempts = new Attempts(5, Duration.ofMinutes(5), 100);

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "4, 0", "5, 1", "6, 2", "7, 4", "12, 128", "13, 256", "14, 300", "60, 300"})
    void the_wait_doubles_up_to_a_bound(int wrong, long seconds) {
        IntStream.range(0, wrong).forEach(i -> attempts.wrong("k", NOW));

        assertThat(attempts.wait("k", NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void a_right_attempt_forgets_the_wrong_ones() {
        IntStream.range(0, 9).forEach(i -> attempts.wrong("k", NOW));
        attempts.right("k");

        assertThat(attempts.wait("k", NOW)).isZero();
    }

    @Test
    void one_key_does_not_make_another_wait() {
        IntStream.range(0, 9).forEach(i -> attempts.wrong("k", NOW));

        assertThat(attempts.wait("other", NOW)).isZero();
    }

    @Test
    void a_quiet_time_forgets() {
        IntStream.range(0, 9).forEach(i -> attempts.wrong("k", NOW));
        Instant later = NOW.plus(Duration.ofHours(1));
        attempts.wrong("k", later);

        assertThat(attempts.wait("k", later)).isZero();
    }

    @Test
    void the_longest_unused_key_is_forgotten_first() {
        IntStream.range(0, 9).forEach(i -> attempts.wrong("old", NOW));
        IntStream.range(0, 100).forEach(i -> attempts.wrong("k" + i, NOW));

        assertThat(attempts.wait("old", NOW)).isZero();
    }
}
