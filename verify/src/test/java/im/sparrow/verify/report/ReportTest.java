package im.sparrow.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.verify.checker.Defect;
import im.sparrow.verify.checker.Verdict;
import im.sparrow.verify.nemesis.Fault;
import im.sparrow.verify.nemesis.Faults;
import im.sparrow.verify.nemesis.Struck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Map<Fault, Integer> KILL_TWICE = Faults.of(List.of("kill-db"), 2);
    private static final Fault KILL = KILL_TWICE.keySet().iterator().next();

    @Test
    void the_last_line_has_every_number_in_its_place() {
        assertThat(report(verdict(10, 0, Map.of(Defect.GAP, 2)), 10).line())
                .isEqualTo("sent=12 acked=10 nacked=2 unknown=0 delivered=30 redelivered=4"
                        + " lost=0 dup=0 disorder=0 gap=2 leak=0 phantom=0 unread_wrong=0 faults=2/2");
    }

    @Test
    void a_run_without_fault_and_with_enough_is_valid() {
        assertThat(report(verdict(10, 0, Map.of()), 10).exitCode()).isZero();
    }

    @Test
    void a_defect_is_invalid_whatever_else() {
        assertThat(report(verdict(10, 0, Map.of(Defect.LEAK, 1)), 10).exitCode())
                .isEqualTo(1);
    }

    @Test
    void an_open_send_or_too_few_messages_are_unknown() {
        assertThat(report(verdict(10, 1, Map.of()), 10).exitCode()).isEqualTo(2);
        assertThat(missed(report(verdict(10, 0, Map.of()), 11))).containsExactly("acked");
    }

    @Test
    void each_blow_is_asked_for_its_recovery_its_time_and_what_went_on() {
        var wanted = new Wanted(0, 100, KILL_TWICE);
        var good = blow(3, 140, 10_000);

        assertThat(missed(blows(wanted, good, good))).isEmpty();
        assertThat(missed(blows(wanted, good))).containsExactly("kill-db recovered from");
        assertThat(missed(blows(wanted, good, blow(3, 140, 10_001)))).containsExactly("kill-db recovery");
        assertThat(missed(blows(wanted, good, blow(0, 99, 1_000))))
                .containsExactly("in flight at every blow", "offered during every fault");
    }

    @Test
    void a_part_may_take_its_time_while_people_are_served_by_another() {
        var slow = new Struck.Recovery(Duration.ofSeconds(2), Duration.ofSeconds(40));
        var struck = new Struck(KILL, "database", 3, 140, 9, Optional.of(slow));

        assertThat(missed(blows(new Wanted(0, 100, Map.of(KILL, 1)), struck))).isEmpty();
        assertThat(struck)
                .hasToString("kill-db database inflight=3 offered=140/s hit=9 recovered=2.0s goal=10s ready=40.0s");
    }

    @Test
    void who_never_got_an_answer_is_not_recovered() {
        var lost = new Struck(KILL, "database", 3, 140, 9, Optional.empty());

        assertThat(missed(blows(new Wanted(0, 100, Map.of(KILL, 1)), lost)))
                .containsExactly("kill-db recovered from", "kill-db recovery");
    }

    private static Struck blow(long inFlight, double offered, long millis) {
        var people = Duration.ofMillis(millis);
        return new Struck(
                KILL, "database", inFlight, offered, 9, Optional.of(new Struck.Recovery(people, Duration.ZERO)));
    }

    private static Report report(Verdict verdict, long messages) {
        return Report.of(verdict, new Wanted(messages, 0, Map.of()), List.of());
    }

    private static Report blows(Wanted wanted, Struck... struck) {
        return Report.of(verdict(10, 0, Map.of()), wanted, List.of(struck));
    }

    private static List<String> missed(Report report) {
        return report.missed().stream().map(Minimum::what).toList();
    }

    private static Verdict verdict(long acked, long unknown, Map<Defect, Integer> defects) {
        return new Verdict(12, acked, 2, unknown, 30, 4, defects, 2, 2, List.of());
    }
}
