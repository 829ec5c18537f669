package im.sparrow.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said is what docs/operate.md quotes. */
class MachineCheckTest {
    private static String operate() throws Exception {
        return Files.readString(Path.of("../../docs/operate.md"));
    }

    @Test
    void a_taken_port_is_named_with_its_holder_and_a_remedy() throws Exception {
        var holder = new PortHolder(4711, "python3 -m http.server 7804");

        var lack = MachineCheck.taken(7804, "message-service", Optional.of(holder));

        assertThat(lack.fatal()).isTrue();
        assertThat(operate()).contains(lack.what()).contains(lack.remedy());
    }

    @Test
    void a_holder_that_this_user_may_not_see_is_said_to_be_another_s() {
        assertThat(MachineCheck.taken(7806, "database", Optional.empty()).what())
                .isEqualTo("Port 7806 (database) is taken by a process of another user.");
    }

    @Test
    void a_disk_with_little_room_is_tried_and_one_without_is_not() throws Exception {
        var little = MachineCheck.disk(2_000, Path.of("/srv/im")).orElseThrow();
        var none = MachineCheck.disk(120, Path.of("/srv/im")).orElseThrow();

        assertThat(little.fatal()).isFalse();
        assertThat(none.fatal()).isTrue();
        assertThat(operate()).contains(none.what()).contains(none.remedy());
        assertThat(MachineCheck.disk(3_000, Path.of("/srv/im"))).isEmpty();
    }
}
