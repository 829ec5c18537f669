package im.sparrow.verify.checker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.verify.history.DeviceName;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.Item;
import java.util.ArrayList;
import java.util.List;
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
        Mutants.ALL.forEach((name, mutant) -> {
            Verdict verdict = Checker.check(mutant.history());
            if (mutant.missedBy(verdict)) {
                escaped.add(name + " is missed: " + verdict);
            }
        });

        System.out.println("mutants=" + Mutants.ALL.size() + " caught=" + (Mutants.ALL.size() - escaped.size()));
        assertThat(escaped).isEmpty();
        assertThat(Mutants.ALL).hasSizeGreaterThanOrEqualTo(12);
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
