package im.sparrow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.e2e.suite.RunningSuite;
import im.sparrow.e2e.suite.WholeSuite;
import im.sparrow.verify.Run;
import im.sparrow.verify.generator.Cast;
import im.sparrow.verify.nemesis.Faults;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A short form of {@code ./sparrow verify}. */
@ExtendWith(WholeSuite.class)
@Order(11)
class VerifyTest {

    private static final long SEED = 20_261_122;

    /** How soon all is well is printed; it is measured on a machine that does nothing else, and no test. */
    private static final String RECOVERY = " recovery";

    @Test
    void nothing_is_lost_doubled_or_disordered_though_services_are_killed(RunningSuite suite) throws Exception {
        var plan = suite.plan(
                new Cast(12, 2, 9, 2, 20), 1_500, SEED, Faults.of(List.of("kill-message", "kill-gateway"), 1));

        var report = new Run(plan, System.out::println).run();

        System.out.println(report.line());
        assertThat(report.verdict().examples()).isEmpty();
        assertThat(report.verdict().valid()).isTrue();
        assertThat(report.missed())
                .filteredOn(minimum -> !minimum.what().endsWith(RECOVERY))
                .isEmpty();
    }
}
