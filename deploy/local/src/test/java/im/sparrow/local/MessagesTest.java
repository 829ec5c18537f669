package im.sparrow.local;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.local.part.PartNews;
import im.sparrow.local.part.PartState.Ready;
import im.sparrow.local.part.PartState.Restarting;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an operator reads when something is wrong is what docs/operate.md quotes. */
class MessagesTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8));

    private static String operate() throws Exception {
        return Files.readString(Path.of("../../docs/operate.md"));
    }

    @Test
    void a_disk_that_is_nearly_full_is_named_while_the_suite_runs() throws Exception {
        var warning = DiskWatch.warning(Path.of("/srv/im/sparrow/.sparrow/data"), 120, 100_000);

        assertThat(operate()).contains(warning.orElseThrow());
        assertThat(DiskWatch.warning(Path.of("/small"), 120, 600)).isEmpty();
        assertThat(DiskWatch.warning(Path.of("/small"), 12, 600)).isPresent();
    }

    @Test
    void parts_without_a_launcher_are_said_to_be_unwatched() throws Exception {
        assertThat(operate()).contains(Words.NOBODY_WATCHES);
    }

    @Test
    void a_killed_part_is_said_to_be_killed_and_started_again() throws Exception {
        var now = Instant.EPOCH;
        var how = "killed (signal 9), by somebody or by the system for want of memory";
        console.expect(8);

        console.hear(new PartNews("message-service", new Restarting(1, true, how, now), how, Duration.ZERO));
        console.hear(new PartNews("message-service", new Ready(1, now), "", Duration.ofMillis(4100)));

        var lines = said.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.getFirst()).isEqualTo("  message-service    died                 " + how);
        assertThat(operate()).contains(lines.getFirst().strip());
    }

    @Test
    void a_part_that_lives_and_is_not_ready_waits_and_says_for_what() throws Exception {
        var line = StatusCommand.line(
                "message-service",
                Optional.of(ProcessHandle.current()),
                Optional.of("waits for writer (phase: STARTING, missing: database)"));

        assertThat(line).startsWith("  message-service    waits    process ");
        assertThat(line).endsWith("  waits for writer (phase: STARTING, missing: database)");
        assertThat(StatusCommand.line("broker", Optional.empty(), Optional.of("not running")))
                .isEqualTo("  broker             stopped    not running");
    }
}
