package im.sparrow.engines;

import java.nio.file.Path;
import java.util.Properties;

/**
 * What one broker is started with.
 *
 * @param data its data folder; made at the first start
 * @param port clients, on 127.0.0.1 only
 * @param controllerPort its own quorum of one, on 127.0.0.1 only
 */
public record BrokerSettings(Path data, int port, int controllerPort) {
    private static final String HOST = "127.0.0.1";

    /** What a client connects to. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    Properties properties() {
        var properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
        properties.setProperty(
                "listeners", "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
        properties.setProperty("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("log.dirs", data.toString());
        // A producer with a wrong name must fail, not make a topic with other partitions than all the others have.
        properties.setProperty("auto.create.topics.enable", "false");
        for (var topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            properties.setProperty(topic + ".replication.factor", "1");
        }
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        properties.setProperty("offsets.topic.num.partitions", "4");
        properties.setProperty("transaction.state.log.num.partitions", "2");
        properties.setProperty("share.coordinator.state.topic.num.partitions", "1");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        // These two have to fit into a heap of 256 MB.
        properties.setProperty("log.cleaner.dedupe.buffer.size", "16777216");
        properties.setProperty("log.segment.bytes", "134217728");
        return properties;
    }
}
