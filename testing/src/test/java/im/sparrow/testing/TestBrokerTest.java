package im.sparrow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TestBrokerTest {

    @Test
    void a_jvm_that_ends_while_its_broker_is_busy_ends_with_its_own_code() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Busy.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isEqualTo(Busy.CODE);
    }

    /** Keeps its broker in need of its folder until the JVM has gone, which takes as long as a database's end. */
    static final class Busy {
        static final int CODE = 7;
        private static final long END_MILLIS = 3_000;

        private Busy() {}

        public static void main(String[] args) {
            var admin = Admin.create(Map.of("bootstrap.servers", TestBroker.bootstrapServers()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> makeTopics(admin)));
            System.exit(CODE);
        }

        private static void makeTopics(Admin admin) {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(END_MILLIS);
            for (int i = 0; System.nanoTime() < end; i++) {
                admin.createTopics(List.of(new NewTopic("busy-" + i, 1, (short) 1)));
                pause();
            }
        }

        private static void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
