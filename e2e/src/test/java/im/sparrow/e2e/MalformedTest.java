package im.sparrow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.e2e.corpus.Cast;
import im.sparrow.e2e.corpus.Corpus;
import im.sparrow.e2e.corpus.Pair;
import im.sparrow.e2e.corpus.Stored;
import im.sparrow.e2e.suite.RunningSuite;
import im.sparrow.e2e.suite.WholeSuite;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
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

    private static final List<String> REQUESTS =
            List.of("corpus/rest", "corpus/raw", "corpus/services", "corpus/sockets");
    private static final List<String> FRAMES = List.of("corpus/frames");

    @Test
    void each_bad_input_gets_its_code_and_nobody_else_notices(RunningSuite suite) throws Exception {
        var cast = Cast.of(suite);
        var corpus = new Corpus(cast);
        try (var pair = new Pair(suite);
                var background = Executors.newSingleThreadExecutor()) {
            var good = new Corpus(cast);
            var besideGood = whileOthers(pair, background, () -> {
                good.askAsMany("corpus/good", REQUESTS).askAsMany("corpus/good-frames", FRAMES);
            });
            var before = Stored.now(suite);
            var meanwhile = whileOthers(pair, background, () -> {
                for (var table : REQUESTS) {
                    corpus.ask(table);
                }
                for (var table : FRAMES) {
                    corpus.ask(table);
                }
            });
            var added = Stored.now(suite).since(before);

            tell(corpus, besideGood, meanwhile);
            assertThat(good.misses()).isEmpty();
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
            assertThat(Pair.p99(meanwhile)).as("p99 of the two").isLessThan(Math.max(500, 5 * Pair.p99(besideGood)));
        }
    }

    private interface Others {
        void ask() throws IOException, InterruptedException;
    }

    /** How long each message of the two took while others asked. */
    private static List<Double> whileOthers(Pair pair, ExecutorService background, Others others) throws Exception {
        var stop = new AtomicBoolean();
        var talking = background.submit(() -> pair.talks(0, stop));
        try {
            others.ask();
        } finally {
            stop.set(true);
        }
        return talking.get();
    }

    private static void tell(Corpus corpus, List<Double> besideGood, List<Double> meanwhile) {
        System.out.printf(
                "e2e: corpus rows=%d wrong=%d faults=%d; p99 of two who talk: beside as many good requests %.1f ms (%d), beside these %.1f ms (%d), ratio %.2f%n",
                corpus.rows(),
                corpus.misses().size(),
                corpus.faults(),
                Pair.p99(besideGood),
                besideGood.size(),
                Pair.p99(meanwhile),
                meanwhile.size(),
                Pair.p99(meanwhile) / Pair.p99(besideGood));
        corpus.misses().forEach(miss -> System.out.println("e2e: corpus " + miss));
    }

    @Test
    void a_wrong_answer_is_found(RunningSuite suite) throws Exception {
        var corpus = new Corpus(Cast.of(suite)).ask("corpus/control").ask("corpus/control-frames");

        assertThat(corpus.misses()).hasSize(corpus.rows()).hasSize(8);
    }
}
