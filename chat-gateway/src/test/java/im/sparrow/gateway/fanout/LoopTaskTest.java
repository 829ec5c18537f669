package im.sparrow.gateway.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopTaskTest {

    private static final int ROOM = 1;
    private static final int OTHER = 2;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final LoopTask task = new LoopTask(new FanOutMetrics(metrics, InstantSource.system()));
    private final Wire alice = new Wire();
    private final Wire bob = new Wire();
    private final Outlet toAlice = alice.outlet(1_000_000, () -> {});
    private final Outlet toBob = bob.outlet(1_000_000, () -> {});
    private final Outlet[] both = {toAlice, toBob};
    private final Outlet[] onlyBob = {toBob};

    private void add(long conversation, String text, Outlet... outlets) {
        task.add(
                new Delivery(conversation, text.getBytes(StandardCharsets.UTF_8), 0, Targets.of(List.of(outlets))),
                outlets);
    }

    @Test
    void what_a_poll_brought_for_a_room_is_one_write_for_each_socket() {
        add(ROOM, "one", both);
        add(ROOM, "two", both);
        add(ROOM, "three", both);
        task.run();
        assertThat(alice.writes()).containsExactly("one two three");
        assertThat(bob.writes()).containsExactly("one two three");
        assertThat(task.writes()).isEqualTo(2);
        assertThat(metrics.get("sparrow.fanout.deliveries").counter().count()).isEqualTo(6);
    }

    @Test
    void two_busy_rooms_do_not_cut_each_other_in_pieces() {
        add(ROOM, "a1", both);
        add(OTHER, "b1", onlyBob);
        add(ROOM, "a2", both);
        add(OTHER, "b2", onlyBob);
        task.run();
        assertThat(alice.writes()).containsExactly("a1 a2");
        assertThat(bob.writes()).containsExactly("a1 a2", "b1 b2");
    }

    @Test
    void frames_of_a_room_never_pass_each_other_whoever_hears_them() {
        add(ROOM, "a1", both);
        add(ROOM, "bob", onlyBob);
        add(ROOM, "a2", both);
        task.run();
        assertThat(bob.writes()).containsExactly("a1", "bob", "a2");
        assertThat(alice.writes()).containsExactly("a1", "a2");
    }

    @Test
    void large_frames_are_written_one_by_one() {
        byte[] large = new byte[Run.BYTES_MAX];
        var run = new Run(both);
        assertThat(run.takes(large, both)).isTrue();
        run.add(large);
        assertThat(run.takes(new byte[1], both)).isFalse();
        assertThat(new Run(both).takes(large, onlyBob)).isFalse();
    }
}
