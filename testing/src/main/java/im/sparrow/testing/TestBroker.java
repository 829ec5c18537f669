package im.sparrow.testing;

import im.sparrow.contracts.Topics;
import im.sparrow.engines.BrokerSettings;
import im.sparrow.engines.Folders;
import im.sparrow.engines.KafkaBroker;
import im.sparrow.engines.Ports;
import im.sparrow.engines.TopicMaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Exit;

/** The broker of this test JVM, in process, with all topics of the suite in {@link #PARTITIONS} partitions. */
public final class TestBroker {
    /** Partitions of each topic, as in local mode. */
    public static final int PARTITIONS = Topics.LOCAL_PARTITIONS;

    private TestBroker() {}

    /** What a client connects to. Starts the broker when nobody has. */
    public static String bootstrapServers() {
        return Shared.once(Bootstrap.class);
    }

    /** Starts the broker and makes the topics; its text is what clients connect to. */
    static final class Bootstrap implements Supplier<String> {
        @Override
        public String get() {
            try {
                var folder = Files.createTempDirectory("sparrow-broker");
                var broker = KafkaBroker.start(new BrokerSettings(folder, Ports.free(), Ports.free()));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder), "end-test-broker"));
                TopicMaker.make(broker.bootstrapServers(), PARTITIONS, (short) 1);
                return broker.bootstrapServers();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        // No shutdown in order: the JVM is ending and so are the data. A broker that misses its folder halts the JVM
        // with
        // an error of its own, which would be told as a failure of tests that have all passed.
        private static void end(Path folder) {
            Exit.setHaltProcedure((status, reason) -> {});
            Exit.setExitProcedure((status, reason) -> {});
            try {
                Folders.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
