package im.sparrow.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.frame.CloseCode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WebSocketOutletTest {

    private static final long BOUND = 10_000;
    private static final int FRAME = 1_000;

    private final AtomicInteger overfull = new AtomicInteger();
    private final Wire wire = new Wire();
    private final WebSocketOutlet outlet = wire.outlet(BOUND, overfull::incrementAndGet);

    private void write(int frames) {
        for (int i = 0; i < frames; i++) {
            var frame = new SharedFrame(List.of(new byte[FRAME]));
            outlet.write(frame);
            frame.release();
        }
    }

    @Test
    void more_than_the_bound_at_once_is_fine_for_who_reads() {
        write(100);
        outlet.flush();
        assertThat(overfull).hasValue(0);
        assertThat(outlet.pendingBytes()).isZero();
        assertThat(wire.outboundMessages()).hasSize(100);
    }

    @Test
    void who_does_not_read_is_told_of_once_and_costs_his_bound_and_one_frame() {
        wire.stopReading();
        write(100);
        assertThat(overfull).hasValue(1);
        assertThat(outlet.pendingBytes()).isBetween(BOUND, BOUND + 2 * FRAME);
    }

    @Test
    void a_slow_reader_may_hear_why_for_a_while_and_everybody_else_is_cut_after_seconds() {
        outlet.close(CloseCode.SLOW_CONSUMER);
        var other = new Wire();
        other.outlet(BOUND, () -> {}).close(CloseCode.DRAINING);
        later(other, 6);
        later(wire, 6);
        assertThat(other.isOpen()).isFalse();
        assertThat(wire.isOpen()).isTrue();
        later(wire, Stragglers.STAY.toSeconds());
        assertThat(wire.isOpen()).isFalse();
    }

    @Test
    void stragglers_never_cost_more_than_their_bound() {
        var stragglers = new Stragglers(new SimpleMeterRegistry());
        var slow = new Wire();
        assertThat(stragglers.admit(slow, Stragglers.BYTES_MAX)).isTrue();
        assertThat(stragglers.admit(wire, 1)).isFalse();
        slow.close();
        assertThat(stragglers.admit(wire, 1)).isTrue();
    }

    @Test
    void a_large_page_that_is_still_on_its_way_does_not_make_a_slow_reader() {
        wire.stopReading();
        var page = new SharedFrame(List.of(new byte[200_000]));
        outlet.write(page);
        page.release();
        write(9);
        assertThat(overfull).hasValue(0);
        write(9);
        assertThat(overfull).hasValue(1);
    }

    private static void later(Wire wire, long seconds) {
        wire.freezeTime();
        wire.advanceTimeBy(seconds, TimeUnit.SECONDS);
        wire.runScheduledPendingTasks();
        wire.runPendingTasks();
    }
}
