package im.sparrow.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.verify.checker.Defect;
import im.sparrow.verify.checker.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void the_last_line_has_every_number_in_its_place() {
        assertThat(new Report(verdict(10, 0, Map.of(Defect.GAP, 2)), 10, 2).line())
                .isEqualTo("sent=12 acked=10 nacked=2 unknown=0 delivered=30 redelivered=4"
                        + " lost=0 dup=0 disorder=0 gap=2 leak=0 phantom=0 unread_wrong=0 faults=2/2");
    }

    @Test
    void a_run_without_fault_and_with_enough_is_valid() {
        assertThat(new Report(verdict(10, 0, Map.of()), 10, 2).exitCode()).isZero();
    }

    @Test
    void a_defect_is_invalid_whatever_else() {
        assertThat(new Report(verdict(10, 0, Map.of(Defect.LEAK, 1)), 10, 2).exitCode())
                .isEqualTo(1);
    }

    @Test
    void an_open_send_or_a_missed_minimum_is_unknown() {
        assertThat(new Report(verdict(10, 1, Map.of()), 10, 2).exitCode()).isEqualTo(2);
        assertThat(new Report(verdict(10, 0, Map.of()), 11, 2).missed()).containsExactly("acked 10 of at least 11");
        assertThat(new Report(verdict(10, 0, Map.of()), 10, 3).missed())
                .containsExactly("recovered from 2 of 3 faults");
    }

    private static Verdict verdict(long acked, long unknown, Map<Defect, Integer> defects) {
        return new Verdict(12, acked, 2, unknown, 30, 4, defects, 2, 2, List.of());
    }
}
