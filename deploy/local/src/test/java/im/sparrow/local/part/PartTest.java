package im.sparrow.local.part;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.sparrow.local.part.PartState.Failed;
import im.sparrow.local.part.PartState.Ready;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartTest {
    @TempDir
    Path folder;

    private final List<PartNews> news = new CopyOnWriteArrayList<>();

    private record Script(String line, Path folder, String signature) implements Launch {
        @Override
        public List<String> command() {
            return List.of("sh", "-c", line);
        }

        @Override
        public Map<String, String> environment() {
            return Map.of("WORD", "sparrow");
        }
    }

    private Part part(String line, String signature) {
        var up = folder.resolve("up");
        return new Part(
                new PartSpec(
                        "script",
                        new Script(line, folder, signature),
                        () -> Files.exists(up) ? Optional.empty() : Optional.of("no file"),
                        folder.resolve("log"),
                        folder.resolve("pid"),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(5)),
                news::add);
    }

    @Test
    void a_killed_part_is_started_again() throws Exception {
        var part = part("echo $WORD; touch up; exec sleep 100", "a");
        assertThat(part.start().get(20, SECONDS)).isTrue();
        Files.delete(folder.resolve("up"));

        var killed = part.kill().orElseThrow();

        await().until(() -> part.restarts() == 1 && part.state() instanceof Ready);
        assertThat(part.process().orElseThrow().pid()).isNotEqualTo(killed);
        assertThat(Files.readString(folder.resolve("log"))).isEqualTo("sparrow\nsparrow\n");
        assertThat(news).anySatisfy(one -> assertThat(one.detail()).startsWith("killed (signal 9)"));
        part.stop();
        assertThat(part.process()).isEmpty();
        assertThat(folder.resolve("pid")).doesNotExist();
    }

    @Test
    void a_part_that_never_answers_is_given_up_after_three_attempts() throws Exception {
        var part = part("echo no; exit 3", "a");

        assertThat(part.start().get(20, SECONDS)).isFalse();

        assertThat(part.state()).isEqualTo(new Failed("exit code 3"));
        assertThat(Files.readString(folder.resolve("log"))).isEqualTo("no\nno\nno\n");
        part.stop();
    }

    @Test
    void what_an_earlier_launcher_left_is_taken_over() throws Exception {
        var first = part("touch up; exec sleep 100", "a");
        first.start().get(20, SECONDS);
        var pid = first.process().orElseThrow().pid();

        var second = part("exit 3", "a");
        assertThat(second.start().get(20, SECONDS)).isTrue();

        assertThat(second.process().orElseThrow().pid()).isEqualTo(pid);
        second.stop();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void what_was_started_with_other_things_is_ended_first() throws Exception {
        var first = part("touch up; exec sleep 100", "a");
        first.start().get(20, SECONDS);
        var old = first.process().orElseThrow();

        var second = part("touch up; exec sleep 100", "b");
        assertThat(second.start().get(20, SECONDS)).isTrue();

        assertThat(old.isAlive()).isFalse();
        first.stop();
        second.stop();
    }
}
