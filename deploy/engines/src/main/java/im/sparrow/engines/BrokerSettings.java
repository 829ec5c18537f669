package im.sparrow.engines;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * What one broker is started with.
 *
 * @param data its data folder; made at the first start
 * @param port clients, on 127.0.0.1 only
 * @param controllerPort its own quorum of one, on 127.0.0.1 only
 * @param others further ports for clients that come through something else, each with the port of 127.0.0.1 that such a
 *     client is told to use: a client goes where the broker says, not where it connected first
 */
public record BrokerSettings(Path data, int port, int controllerPort, Map<Integer, Integer> others) {
    private static final String HOST = "127.0.0.1";

    /** Copies the map, in its order. */
    public BrokerSettings {
        others = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** A broker with one port for all clients. */
    public BrokerSettings(Path data, int port, int controllerPort) {
        this(data, port, controllerPort, Map.of());
    }

    /** What a client connects to. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    Properties properties() {
        var properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
        var listens = new StringBuilder("PLAINTEXT://" + HOST + ":" + port);
        var told = new StringBuilder(listens);
        var protocols = new StringBuilder("PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        others.forEach((mine, theirs) -> {
            listens.append(",P%d://%s:%d".formatted(mine, HOST, mine));
            told.append(",P%d://%s:%d".formatted(mine, HOST, theirs));
            protocols.append(",P%d:PLAINTEXT".formatted(mine));
        });
        listens.append(",CONTROLLER://" + HOST + ":").append(controllerPort);
        properties.setProperty("listeners", listens.toString());
        properties.setProperty("advertised.listeners", told.toString());
        properties.setProperty("listener.security.protocol.map", protocols.toString());
        properties.setProperty("inter.broker.listener.name", "PLAINTEXT");
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
