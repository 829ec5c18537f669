package im.sparrow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.e2e.suite.RunningSuite;
import im.sparrow.e2e.suite.WholeSuite;
import im.sparrow.verify.Run;
import im.sparrow.verify.generator.Cast;
import im.sparrow.verify.mutant.Mutants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A short form of {@code ./sparrow verify --mutants}: the checker's own control. */
@ExtendWith(WholeSuite.class)
@Order(12)
class PlantedDefectsTest {

    private static final long SEED = 20_261_123;

    @Test
    void defects_that_are_planted_in_the_running_suite_are_caught(RunningSuite suite) throws Exception {
        var plan = suite.plan(new Cast(9, 2, 6, 1, 12), 700, SEED, Map.of());
        Mutants.Trial trial = (faults, said, stage) -> new Run(plan.withFaults(faults), said, stage).run();

        var result = new Mutants(suite.pids(), trial, System.out::println).run(List.of("push", "ack", "room"));

        System.out.println(result.line());
        assertThat(result).isEqualTo(new Mutants.Result(3, 3, true));
    }
}
