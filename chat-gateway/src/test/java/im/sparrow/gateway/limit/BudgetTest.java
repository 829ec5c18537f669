package im.sparrow.gateway.limit;

import static im.sparrow.gateway.limit.Budget.Verdict.FINE;
import static im.sparrow.gateway.limit.Budget.Verdict.FLOOD;
import static im.sparrow.gateway.limit.Budget.Verdict.LATER;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Problem;
import im.sparrow.gateway.limit.Budget.Verdict;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Budget budget = new Budget(20, 60, 0);

    private long taken(int times, long at, Verdict verdict) {
        long count = 0;
        for (int i = 0; i < times; i++) {
            count += budget.take(at) == verdict ? 1 : 0;
        }
        return count;
    }

    @Test
    void a_burst_is_fine_and_then_so_many_a_second() {
        assertThat(taken(60, 0, FINE)).isEqualTo(60);
        assertThat(budget.take(0)).isEqualTo(LATER);
        assertThat(taken(30, SECOND, FINE)).isEqualTo(20);
    }

    @Test
    void who_is_refused_hears_how_long_to_wait() {
        taken(60, 0, FINE);

        assertThat(budget.later(0).problem()).isEqualTo(Problem.RATE_LIMITED);
        assertThat(budget.later(0).retryAfter()).contains(Duration.ofMillis(51));
        assertThat(budget.take(51_000_000)).isEqualTo(FINE);
    }

    @Test
    void who_goes_on_as_fast_while_he_is_refused_floods() {
        assertThat(taken(60, 0, FINE)).isEqualTo(60);
        assertThat(taken(120, 0, LATER)).isEqualTo(120);
        assertThat(budget.take(0)).isEqualTo(FLOOD);
    }

    @Test
    void who_repeats_at_twice_the_rate_is_refused_and_never_floods() {
        for (long at = 0; at < 60 * SECOND; at += SECOND / 40) {
            assertThat(budget.take(at)).isNotEqualTo(FLOOD);
        }
    }

    @Test
    void it_is_as_new_when_it_was_left_alone() {
        taken(180, 0, LATER);

        assertThat(budget.untouched(2 * SECOND)).isFalse();
        assertThat(budget.untouched(3 * SECOND)).isTrue();
    }
}
