package im.sparrow.verify.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.verify.client.Tally;
import im.sparrow.verify.history.Event;
import im.sparrow.verify.history.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NemesisTest {

    @TempDir
    private Path folder = Path.of("");

    private final Tally tally = new Tally();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void it_kills_while_a_send_is_in_flight_and_sees_the_recovery() throws Exception {
        Process victim = part("message-service", 0);
        tally.sent.set(100);
        tally.inFlight.set(7);
        tally.connected.set(2);
        victim.onExit().thenRun(() -> {
            restart();
            tally.newestAckedSaid.set(System.nanoTime() + 1);
        });

        try (var history = new History(folder.resolve("history.jsonl"))) {
            nemesis(history, 10).run();

            assertThat(victim.waitFor()).isEqualTo(128 + 9);
            assertThat(history.events())
                    .satisfiesExactly(
                            struck -> assertThat(struck)
                                    .isInstanceOfSatisfying(
                                            Event.Struck.class,
                                            it -> assertThat(it.inFlight()).isEqualTo(7)),
                            recovered -> assertThat(recovered).isInstanceOf(Event.Recovered.class));
        }
    }

    @Test
    void a_process_that_got_the_number_of_another_is_never_hit() throws Exception {
        part("message-service", 60_000);

        assertThat(new Pids(folder).of("message-service")).isEmpty();
        assertThat(new Pids(folder).of("chat-gateway")).isEmpty();
    }

    private Nemesis nemesis(History history, long messages) {
        return new Nemesis(List.of(Fault.KILL_MESSAGE), new Pids(folder), tally, history, messages, 2, 1, line -> {});
    }

    private void restart() {
        try {
            part("message-service", 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process with its pid file, which is wrong about the start by so much. */
    private Process part(String name, long wrongByMillis) throws IOException {
        Process process = new ProcessBuilder("sleep", "60").start();
        started.add(process);
        long start = process.info().startInstant().orElseThrow().toEpochMilli() + wrongByMillis;
        Files.writeString(folder.resolve(name + ".pid"), process.pid() + " " + start + " signature\n");
        return process;
    }
}
