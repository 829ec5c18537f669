package im.sparrow.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class FanOutPaceTest {

    private final FanOut fanOut = new FanOut(new FanOutMetrics(new SimpleMeterRegistry(), InstantSource.system()));
    private final Wire alice = new Wire();
    private final Targets toAlice = Targets.of(List.of(alice.outlet(1_000_000, () -> {})));

    @Test
    void a_flood_is_followed_by_a_moment_in_which_more_can_come() {
        var batch = fanOut.batch();
        assertThat(nanosOfSending(batch, FanOut.FLOOD)).isGreaterThanOrEqualTo(FanOut.MOMENT.toNanos());
        alice.runPendingTasks();
        assertThat(alice.writes()).hasSize(1);
    }

    @Test
    void a_few_wait_for_nobody_whatever_was_before_them() {
        var batch = fanOut.batch();
        nanosOfSending(batch, FanOut.FLOOD);

        long quickest = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            quickest = Math.min(quickest, nanosOfSending(batch, FanOut.FLOOD - 1));
        }

        assertThat(quickest).isLessThan(FanOut.MOMENT.toNanos());
    }

    private long nanosOfSending(FanOut.Batch batch, int frames) {
        for (int i = 0; i < frames; i++) {
            batch.add(new Delivery(1, new byte[] {'{', '}'}, 0, toAlice));
        }
        long begin = System.nanoTime();
        batch.send();
        return System.nanoTime() - begin;
    }
}
