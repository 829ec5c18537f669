package im.sparrow.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkTest {
    @TempDir
    Path folder;

    @Test
    void a_mark_finds_its_process_again() throws Exception {
        var mark = Mark.of(ProcessHandle.current(), "sig");
        mark.write(folder.resolve("pid"));

        var read = Mark.read(folder.resolve("pid")).orElseThrow();

        assertThat(read.signature()).isEqualTo("sig");
        assertThat(read.process()).contains(ProcessHandle.current());
    }

    @Test
    void another_process_under_the_same_number_is_not_taken_for_it() {
        var mark = Mark.of(ProcessHandle.current(), "sig");

        var older = new Mark(mark.pid(), mark.start().minusSeconds(60), "sig");

        assertThat(older.process()).isEmpty();
    }

    @Test
    void a_half_written_file_is_no_mark() throws Exception {
        Files.writeString(folder.resolve("pid"), "123");

        assertThat(Mark.read(folder.resolve("pid"))).isEmpty();
        assertThat(Mark.read(folder.resolve("absent"))).isEmpty();
    }
}
