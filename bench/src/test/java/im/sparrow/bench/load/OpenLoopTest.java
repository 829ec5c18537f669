package im.sparrow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.bench.bare.RelayProcess;
import im.sparrow.bench.client.Crowd;
import im.sparrow.bench.client.Loop;
import im.sparrow.bench.machine.Window;
import im.sparrow.bench.town.Plans;
import im.sparrow.bench.town.Town;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The whole generator against a relay that stores nothing. */
@EnabledOnOs(OS.LINUX)
class OpenLoopTest {

    private static final int PAIRS = 10;
    private static final Offer OFFER = new Offer(300, 0.2, 1, 1);

    @Test
    void everything_that_a_relay_passes_on_is_heard_of() throws Exception {
        Measured measured = measured(2);

        assertThat(measured.missing()).isZero();
        assertThat(measured.messages()).isBetween(200L, 400L);
        assertThat(measured.delivery().p50()).isPositive().isLessThan(1_000);
        assertThat(measured.window().used()).containsOnlyKeys("relay", Window.GENERATOR);
    }

    @Test
    void what_nobody_passes_on_is_missing_and_late() throws Exception {
        Measured measured = measured(1); // rooms of one: everybody hears but himself

        assertThat(measured.missing()).isEqualTo(measured.messages());
        assertThat(measured.delivery().p50()).isGreaterThan(1_000);
    }

    private static Measured measured(int room) throws InterruptedException, IOException {
        int port = freePort();
        Town town = Plans.pairs(PAIRS);
        try (var relay = RelayProcess.start(port, room);
                var loop = new Loop()) {
            var crowd = new Crowd(
                    loop,
                    "127.0.0.1",
                    port,
                    2 * PAIRS,
                    place -> "{\"t\":\"hello\"}",
                    (socket, in, at, length, now) -> {});
            crowd.connect(1, 30);
            Map<String, Long> processes = Map.of(
                    "relay",
                    relay.pid(),
                    Window.GENERATOR,
                    ProcessHandle.current().pid());
            return new OpenLoop(loop, crowd, town, processes, 2).run(OFFER);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
