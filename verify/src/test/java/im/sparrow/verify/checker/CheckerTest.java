package im.sparrow.verify.checker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CheckerTest {

    @Test
    void a_right_history_is_valid() {
        Verdict verdict = Checker.check(Story.right());

        assertThat(verdict.examples()).isEmpty();
        assertThat(verdict.valid()).isTrue();
        assertThat(verdict)
                .extracting(Verdict::sent, Verdict::acked, Verdict::nacked, Verdict::redelivered, Verdict::delivered)
                .containsExactly(7L, 6L, 1L, 1L, 23L);
    }

    @Test
    void every_mutant_is_caught() {
        var escaped = new ArrayList<String>();
        var all = new TreeMap<>(Mutants.ALL);
        all.putAll(WitnessMutants.ALL);
        all.forEach((name, mutant) -> {
            Verdict verdict = Checker.check(mutant.history());
            if (mutant.missedBy(verdict)) {
                escaped.add(name + " is missed: " + verdict);
            }
        });

        System.out.println("mutants=" + all.size() + " caught=" + (all.size() - escaped.size()));
        assertThat(escaped).isEmpty();
        assertThat(all).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void who_has_left_is_not_told_of_recalls_any_more() {
        Item left = Story.note(10, "members_left", "3", List.of("3"));
        var history = new ArrayList<Event>();
        for (Event event : Story.without(
                event -> event instanceof Event.Changed it && it.device().equals(Story.CEM))) {
            switch (event) {
                case Event.FinalRead it ->
                    history.add(new Event.FinalRead(
                            it.at(), it.user(), it.conversation(), Mutants.append(it.items(), left)));
                default -> history.add(event);
            }
        }
        for (DeviceName device : List.of(Story.ANN1, Story.ANN2, Story.BEN, Story.CEM)) {
            history.add(new Event.Shown(40, device, left));
        }
        history.add(new Event.Logged(40, left));
        history.add(new Event.LoggedFlip(40, Story.GROUP, 10, List.of(), List.of("3")));
        history.add(new Event.FlipAcked(40, Story.GROUP, "3", false));

        assertThat(Checker.check(history).examples()).isEmpty();
    }

    @Test
    void a_page_that_is_faster_than_the_push_is_no_loss() {
        var history = new ArrayList<>(WitnessMutants.asked(Story.CEM, 8));
        history.add(new Event.Redelivered(40, Story.CEM, Story.GROUP, 8));

        assertThat(Checker.check(history).examples()).isEmpty();
    }

    @Test
    void what_a_device_asks_for_on_its_way_back_is_no_loss() {
        var history = new ArrayList<Event>();
        for (Event event : WitnessMutants.asked(Story.CEM, 8)) {
            history.add(event);
            if (event instanceof Event.Shown it
                    && it.device().equals(Story.CEM)
                    && it.item().seq() == 7) {
                history.add(new Event.Closed(3, Story.CEM, 1006));
                history.add(new Event.Opened(3, Story.CEM));
            }
        }

        assertThat(Checker.check(history).examples()).isEmpty();
    }

    @Test
    void while_parts_are_killed_a_device_may_have_to_ask() {
        var history = new ArrayList<>(WitnessMutants.asked(Story.CEM, 8));
        history.add(new Event.Struck(40, "kill-gateway", 1));

        assertThat(Checker.check(history).examples()).isEmpty();
    }

    @Test
    void a_membership_goes_from_its_first_line_to_its_last() {
        var intervals = requireNonNull(new Recording(Story.right()).intervals.get(Story.GROUP));

        assertThat(intervals.of("2"))
                .containsExactly(new Intervals.Interval(1, 5), new Intervals.Interval(7, Long.MAX_VALUE));
        assertThat(intervals.of("3")).containsExactly(new Intervals.Interval(1, Long.MAX_VALUE));
    }
}
