package im.sparrow.platform.kafka;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes producers for what must not be lost: every broker in sync acknowledges, and a retry neither doubles nor
 * reorders. Keys are text, values bytes; the partition is always said by the caller
 * ({@link im.sparrow.contracts.Topics#partition}).
 */
@Singleton
public class Producers {

    private static final int REQUEST_TIMEOUT_MS = 5_000;
    private static final int BATCH_BYTES = 128 * 1024;

    private final String servers;

    Producers(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
    }

    /**
     * A producer; the caller closes it. Its {@code send} may block for up to {@code maxBlock} while the broker is away,
     * so never call it on an event loop.
     *
     * @param name the client id, seen in the broker's metrics
     * @param linger how long a record waits for company
     * @param delivery after how long an unacknowledged record is given up; see {@link #FOR_EVER}
     * @param maxBlock how long {@code send} may wait for metadata or room in the buffer
     */
    public KafkaProducer<String, byte[]> create(String name, Duration linger, Duration delivery, Duration maxBlock) {
        return new KafkaProducer<>(settings(name, linger, delivery, maxBlock));
    }

    /** For {@code delivery}: a record is never given up. */
    public static final Duration FOR_EVER = Duration.ofMillis(Integer.MAX_VALUE);

    /** The settings {@link #create} uses, for a test to read. */
    public Map<String, Object> settings(String name, Duration linger, Duration delivery, Duration maxBlock) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, name);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, (int) linger.toMillis());
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, maxBlock.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) delivery.toMillis());
        // The broker demands delivery >= linger + request; a short delivery shortens the request with it.
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                Math.min(REQUEST_TIMEOUT_MS, Math.max(1, delivery.toMillis() - linger.toMillis())));
        return settings;
    }
}
