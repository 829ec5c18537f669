package im.sparrow.verify.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AffectedTest {

    private static final DeviceName ANN = new DeviceName("1", 1);
    private static final DeviceName BOB = new DeviceName("2", 1);

    private final Affected affected = new Affected();

    @Test
    void nobody_is_hit_by_a_blow_that_nobody_feels() {
        strike();
        says(BOB, "b");
        acked("b");

        assertThat(affected.hit()).isZero();
        assertThat(affected.waiting()).isZero();
        assertThat(affected.longest()).isZero();
    }

    @Test
    void who_lost_the_connection_waits_for_a_welcome_and_not_for_a_word() {
        strike();
        affected.hear(new Event.Closed(0, ANN, 1006));
        affected.hear(new Event.Opened(0, BOB));
        assertThat(affected.hit()).isEqualTo(1);
        assertThat(affected.waiting()).isEqualTo(1);

        affected.hear(new Event.Opened(0, ANN));

        assertThat(affected.waiting()).isZero();
        assertThat(affected.longest()).isPositive();
    }

    @Test
    void what_was_on_its_way_at_the_blow_must_have_its_outcome() {
        says(ANN, "a");
        says(BOB, "b");
        strike();

        acked("b");
        assertThat(affected.waiting()).isEqualTo(1);
        affected.hear(new Event.Nacked(0, ANN, "c", "a", "not_a_member"));

        assertThat(affected.waiting()).isZero();
        assertThat(affected.longest()).isPositive();
    }

    @Test
    void the_longest_wait_counts_and_a_later_short_one_does_not() {
        says(ANN, "a");
        strike();
        spend(20);
        acked("a");
        Duration first = affected.longest();
        assertThat(first).isGreaterThanOrEqualTo(Duration.ofMillis(20));

        affected.hear(new Event.Closed(0, BOB, 1006));
        affected.hear(new Event.Opened(0, BOB));

        assertThat(affected.longest()).isEqualTo(first);
    }

    @Test
    void what_was_well_before_the_end_of_what_lasts_took_no_time() {
        says(ANN, "a");
        affected.struck();
        acked("a");

        affected.clock(System.nanoTime());

        assertThat(affected.longest()).isZero();
    }

    @Test
    void who_has_stopped_reading_himself_says_nothing_of_the_suite() {
        says(ANN, "a");
        strike();
        affected.hear(new Event.Stalled(0, ANN, 5_000));
        says(ANN, "later");

        acked("a");

        assertThat(affected.waiting()).isZero();
        assertThat(affected.longest()).isZero();
    }

    private static void spend(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private void strike() {
        affected.struck();
        affected.clock(System.nanoTime());
    }

    private void says(DeviceName who, String id) {
        affected.hear(new Event.Invoked(0, who, "c", id, "sum"));
    }

    private void acked(String id) {
        affected.hear(new Event.Acked(0, ANN, "c", id, 1, "m"));
    }
}
