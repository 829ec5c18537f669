package im.sparrow.verify.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_process_that_got_the_number_of_another_is_never_hit() throws IOException {
        var self = ProcessHandle.current();
        long start = self.info().startInstant().orElseThrow().toEpochMilli();
        write("broker", self.pid(), start);
        write("database", self.pid(), start + 60_000);

        assertThat(new Pids(folder).of("broker")).contains(self);
        assertThat(new Pids(folder).of("database")).isEmpty();
        assertThat(new Pids(folder).of("chat-gateway")).isEmpty();
    }

    private void write(String part, long pid, long start) throws IOException {
        Files.writeString(folder.resolve(part + ".pid"), pid + " " + start + " signature\n");
    }
}
