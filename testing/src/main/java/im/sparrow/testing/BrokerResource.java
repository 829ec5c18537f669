package im.sparrow.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a {@code @QuarkusTest} the JVM's broker with all topics: {@code @WithTestResource(BrokerResource.class)}. */
public final class BrokerResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var servers = TestBroker.bootstrapServers();
        return Map.of(
                "kafka.bootstrap.servers",
                servers,
                "mp.messaging.connector.smallrye-kafka.bootstrap.servers",
                servers,
                "sparrow.topic-partitions",
                Integer.toString(TestBroker.PARTITIONS));
    }

    /** Nothing: the broker ends with the JVM. */
    @Override
    public void stop() {}
}
