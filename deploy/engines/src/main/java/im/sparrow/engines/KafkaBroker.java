package im.sparrow.engines;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker in KRaft mode, broker and controller in one. In a test it lives inside the test's JVM; the
 * launcher runs {@link #main} as a process of its own, so that it can be killed like a broker of a cluster.
 */
public final class KafkaBroker implements AutoCloseable {
    private final BrokerSettings settings;
    private final KafkaRaftServer server;

    private KafkaBroker(BrokerSettings settings, KafkaRaftServer server) {
        this.settings = settings;
        this.server = server;
    }

    /** Formats the data folder if it is new and starts; clients can connect when this returns, after 2 to 4 s. */
    public static KafkaBroker start(BrokerSettings settings) throws IOException {
        Quiet.kafka();
        format(settings.data());
        var server = new KafkaRaftServer(new KafkaConfig(settings.properties()), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(settings, server);
    }

    private static void format(Path data) throws IOException {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(data);
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setDirectories(List.of(data.toString()))
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) { // the formatter declares nothing narrower
            throw new IOException("Cannot format " + data, e);
        }
    }

    /** What a client connects to. */
    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    /** Stops in order; what was acknowledged is kept. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** As a process: data folder, port, port of the controller, others as {@code 7880:7840}. Runs until it is told to stop. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 3) {
            throw new IllegalArgumentException(
                    "usage: <data folder> <port> <port of the controller> [<port>:<told>]...");
        }
        var others = new LinkedHashMap<Integer, Integer>();
        for (var other : List.of(args).subList(3, args.length)) {
            var colon = other.indexOf(':');
            others.put(Integer.parseInt(other, 0, colon, 10), Integer.parseInt(other, colon + 1, other.length(), 10));
        }
        var settings =
                new BrokerSettings(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), others);
        var broker = start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
        System.out.println("broker ready at " + broker.bootstrapServers());
        new CountDownLatch(1).await();
    }
}
