package im.sparrow.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortHolderTest {
    @Test
    void a_taken_port_names_the_process_that_holds_it() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = socket.getLocalPort();

            assertThat(PortHolder.isFree(port)).isFalse();
            assertThat(PortHolder.of(port).orElseThrow().pid())
                    .isEqualTo(ProcessHandle.current().pid());
            assertThat(MachineCheck.lacks(Path.of("target"), Map.of(port, "gateway"), Set.of()))
                    .anySatisfy(lack -> assertThat(lack.what())
                            .startsWith("Port " + port + " (gateway) is taken by process ")
                            .contains("java"));
        }
    }

    @Test
    void our_own_parts_may_hold_their_ports() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ours = Set.of(ProcessHandle.current().pid());

            assertThat(MachineCheck.lacks(Path.of("target"), Map.of(socket.getLocalPort(), "gateway"), ours))
                    .noneMatch(lack -> lack.what().startsWith("Port " + socket.getLocalPort() + " "));
        }
    }

    @Test
    void only_listening_sockets_of_that_port_count() {
        var lines = List.of(
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                "   0: 0100007F:1E78 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1",
                "   1: 0100007F:1E78 0100007F:9999 01 00000000:00000000 00:00000000 00000000     0        0 222 1",
                "   2: 0100007F:1E79 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 333 1");

        assertThat(PortHolder.listening(lines, 7800)).containsExactly("socket:[111]");
    }
}
