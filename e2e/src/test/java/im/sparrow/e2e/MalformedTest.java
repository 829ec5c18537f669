package im.sparrow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.e2e.corpus.Cast;
import im.sparrow.e2e.corpus.Corpus;
import im.sparrow.e2e.corpus.Pair;
import im.sparrow.e2e.corpus.Stored;
import im.sparrow.e2e.suite.RunningSuite;
import im.sparrow.e2e.suite.WholeSuite;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bad input, everywhere: each gets its code, nothing is stored, and others do not notice. */
@ExtendWith(WholeSuite.class)
@Order(6)
class MalformedTest {

    private static final int LEAST_ROWS = 300;

    /** Final refusals of the log are stored, that is their promise: these rows of the tables end in one. */
    private static final long REFUSALS = 6;

    private static final int QUIET_MESSAGES = 120;

    @Test
    void each_bad_input_gets_its_code_and_nobody_else_notices(RunningSuite suite) throws Exception {
        var cast = Cast.of(suite);
        var corpus = new Corpus(cast);
        var stop = new AtomicBoolean();
        try (var pair = new Pair(suite);
                var background = Executors.newSingleThreadExecutor()) {
            var quiet = pair.talks(QUIET_MESSAGES, stop);
            var before = Stored.now(suite);
            var talking = background.submit(() -> pair.talks(0, stop));
            try {
                corpus.ask("corpus/rest")
                        .ask("corpus/raw")
                        .ask("corpus/services")
                        .ask("corpus/sockets")
                        .ask("corpus/frames");
            } finally {
                stop.set(true);
            }
            var meanwhile = talking.get();
            var added = Stored.now(suite).since(before);

            tell(corpus, quiet, meanwhile);
            assertThat(corpus.misses()).isEmpty();
            assertThat(corpus.faults()).as("answers that are a fault of ours").isZero();
            assertThat(corpus.rows()).isGreaterThanOrEqualTo(LEAST_ROWS);
            long said = meanwhile.size();
            assertThat(added)
                    .as("nothing was stored but what the two said, and final refusals")
                    .isEqualTo(Map.of(
                            "sparrow_message.message", said,
                            "sparrow_message.refusal", REFUSALS,
                            "the log's seqs", said));
            assertThat(Pair.p99(meanwhile)).as("p99 of the two").isLessThan(Math.max(500, 5 * Pair.p99(quiet)));
        }
    }

    private static void tell(Corpus corpus, List<Double> quiet, List<Double> meanwhile) {
        System.out.printf(
                "e2e: corpus rows=%d wrong=%d faults=%d; p99 of two who talk: %.1f ms (%d), meanwhile %.1f ms (%d), ratio %.2f%n",
                corpus.rows(),
                corpus.misses().size(),
                corpus.faults(),
                Pair.p99(quiet),
                quiet.size(),
                Pair.p99(meanwhile),
                meanwhile.size(),
                Pair.p99(meanwhile) / Pair.p99(quiet));
        corpus.misses().forEach(miss -> System.out.println("e2e: corpus " + miss));
    }

    @Test
    void a_wrong_answer_is_found(RunningSuite suite) throws Exception {
        var corpus = new Corpus(Cast.of(suite)).ask("corpus/control").ask("corpus/control-frames");

        assertThat(corpus.misses()).hasSize(corpus.rows()).hasSize(8);
    }
}
