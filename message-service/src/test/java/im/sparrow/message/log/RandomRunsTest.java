package im.sparrow.message.log;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.message.command.Entry;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Long random lives of one group. After each batch {@link Invariants} hold, and every message has the number that the
 * {@link Model}, one command at a time, gives it. {@code -Dsparrow.test.seed=n} begins with another seed.
 */
class RandomRunsTest {

    private static final int BATCHES = 80;
    private static final int RUNS = 60;

    static List<Long> seeds() {
        long first = Long.getLong("sparrow.test.seed", 20_261_122L);
        return LongStream.range(first, first + RUNS).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_batch_keeps_the_invariants_and_the_models_numbers(long seed) {
        var scene = Scene.group(Scene.ALICE, Scene.BOB);
        var generator = new Generator(seed, scene);
        var model = new Model(scene.where, Scene.ALICE, Scene.BOB);
        var invariants = new Invariants(scene);
        for (int step = 0; step < BATCHES; step++) {
            List<Entry> batch = generator.next();

            Decided decided = scene.write(batch);

            batch.forEach(entry -> model.take(entry, scene.now));
            invariants.hold(decided, "seed " + seed + ", step " + step);
            assertThat(invariants.numbers()).as("seed %d, step %d", seed, step).isEqualTo(model.numbers());
        }
    }
}
