package im.sparrow.verify.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.verify.client.Tally;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.History;
import im.sparrow.verify.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NemesisTest {

    private static final String PART = "message-service";

    @TempDir
    private Path folder = Path.of("");

    private final Tally tally = new Tally();
    private final List<Process> started = new ArrayList<>();
    private ServerSocket door = socket();

    private static ServerSocket socket() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void begin() throws IOException {
        Files.writeString(folder.resolve("parts.json"), """
                {"base": 1, "url": "http://127.0.0.1:1", "control": "",
                 "parts": [{"name": "%s", "service": "%s", "port": %d, "management": 0}], "links": []}
                """.formatted(PART, PART, door.getLocalPort()));
        tally.inFlight.set(7);
        tally.connected.set(2);
    }

    @AfterEach
    void end() throws IOException {
        started.forEach(Process::destroyForcibly);
        door.close();
    }

    @Test
    void it_kills_while_a_send_is_in_flight_and_sees_the_recovery() throws Exception {
        Process victim = part();
        victim.onExit().thenRun(this::part);

        try (var history = new History(folder.resolve("history.jsonl"))) {
            var nemesis = nemesis(history, "kill-message*1");
            nemesis.run();

            assertThat(victim.waitFor()).isEqualTo(128 + 9);
            assertThat(nemesis.struck())
                    .singleElement()
                    .satisfies(one -> assertThat(one.inFlight()).isEqualTo(7))
                    .satisfies(one -> assertThat(one.inTime()).isTrue());
            assertThat(history.events())
                    .satisfiesExactly(
                            struck -> assertThat(struck).isInstanceOf(Event.Struck.class),
                            recovered -> assertThat(recovered).isInstanceOf(Event.Recovered.class));
        }
    }

    @Test
    void what_cannot_be_done_on_a_suite_is_named_with_its_reason() {
        Map<Fault, Integer> all = Faults.of(List.of(Faults.ALL), 1);

        Map<Fault, String> impossible = Reach.impossible(new Suite(folder), all.keySet());

        assertThat(impossible.keySet())
                .extracting(Fault::word)
                .contains("cut-gateway-message", "slow-db", "full-disk", "kill-auth")
                .doesNotContain("kill-message", "restart-message", "pause-message", "halt-commit-publish");
        assertThat(impossible.values()).contains("the launcher runs no auth-service");
    }

    private Nemesis nemesis(History history, String fault) {
        var reach = new Reach(new Suite(folder), () -> true);
        List<Fault> faults = Faults.inOrder(Faults.of(List.of(fault), 1), 1);
        return new Nemesis(faults, new Nemesis.Town(reach, tally, history, 2), 1, line -> {});
    }

    /** A process with its pid file. */
    private Process part() {
        try {
            Process process = new ProcessBuilder("sleep", "60").start();
            started.add(process);
            long start = process.info().startInstant().orElseThrow().toEpochMilli();
            Files.writeString(folder.resolve(PART + ".pid"), process.pid() + " " + start + " signature\n");
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
