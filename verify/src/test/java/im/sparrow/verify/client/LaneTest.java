package im.sparrow.verify.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final Lane lane = new Lane(new SplittableRandom(1));

    @Test
    void a_send_names_the_one_before_it_that_has_no_outcome() {
        say("a", "b", "c");

        assertThat(frames(0)).containsExactly("a", "b after a", "c after b");
        assertThat(frames(1)).isEmpty();
    }

    @Test
    void after_is_worked_out_anew_at_each_attempt() {
        say("a", "b", "c");
        frames(0);

        lane.settle("a");
        lane.reconnected(5);

        assertThat(frames(5)).containsExactly("b", "c after b");
    }

    @Test
    void nothing_new_is_said_while_something_is_refused_for_now() {
        say("a");
        frames(0);
        lane.later("a", 10, 400);

        say("b");

        assertThat(frames(11)).isEmpty();
        assertThat(frames(410)).containsExactly("a", "b after a");
    }

    @Test
    void what_has_no_answer_is_said_again_after_ten_seconds_and_later_less_often() {
        say("a");
        frames(0);

        assertThat(frames(4_999)).isEmpty();
        assertThat(frames(10_001)).containsExactly("a");
        assertThat(frames(19_999)).isEmpty();
        assertThat(frames(30_002)).containsExactly("a");
    }

    @Test
    void an_outcome_after_a_refusal_lets_the_others_go_on() {
        say("a");
        frames(0);
        lane.later("a", 10, 5_000);
        say("b");

        lane.settle("a");

        assertThat(frames(11)).containsExactly("b");
    }

    @Test
    void no_more_than_a_window_is_on_its_way() {
        for (int i = 0; i < Lane.WINDOW + 3; i++) {
            say("m" + i);
        }

        assertThat(frames(0)).hasSize(Lane.WINDOW);
        lane.settle("m0");
        assertThat(frames(1)).containsExactly("m8 after m7");
    }

    private void say(String... ids) {
        for (String id : ids) {
            lane.say(new Pending(id, "text", null));
        }
    }

    private List<String> frames(long now) {
        return lane.due(now).stream()
                .map(frame -> frame.send().clientMsgId + (frame.after() == null ? "" : " after " + frame.after()))
                .toList();
    }
}
