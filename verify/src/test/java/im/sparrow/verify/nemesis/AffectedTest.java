package im.sparrow.verify.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import org.junit.jupiter.api.Test;

class AffectedTest {

    private static final DeviceName ANN = new DeviceName("1", 1);
    private static final DeviceName BOB = new DeviceName("2", 1);

    private final Affected affected = new Affected();

    @Test
    void who_is_not_hit_says_nothing_of_the_recovery() {
        says(BOB, "b");
        strike();

        affected.hear(new Event.Closed(0, ANN, 1006));
        acked(BOB, "b");

        assertThat(affected.hit()).isEqualTo(1);
        assertThat(affected.answeredAgain()).isFalse();
    }

    @Test
    void who_lost_the_connection_and_is_answered_ends_it() {
        strike();
        affected.hear(new Event.Closed(0, ANN, 1006));
        says(ANN, "a");

        acked(ANN, "a");

        assertThat(affected.answeredAgain()).isTrue();
    }

    @Test
    void an_answer_before_the_end_of_what_lasts_does_not_count() {
        affected.struck();
        affected.hear(new Event.Closed(0, ANN, 1006));
        says(ANN, "a");
        acked(ANN, "a");

        affected.clock(System.nanoTime());

        assertThat(affected.answeredAgain()).isFalse();
    }

    @Test
    void a_fault_that_hits_nobody_is_over_when_its_part_is_back() {
        strike();
        says(BOB, "b");

        assertThat(affected.answeredAgain()).isTrue();
    }

    private void strike() {
        affected.struck();
        affected.clock(System.nanoTime());
    }

    private void says(DeviceName who, String id) {
        affected.hear(new Event.Invoked(0, who, "c", id, "sum"));
    }

    private void acked(DeviceName who, String id) {
        affected.hear(new Event.Acked(0, who, "c", id, 1, "m"));
    }
}
