package im.sparrow.testing;

import im.sparrow.contracts.Topics;
import im.sparrow.contracts.Topics.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says something on a topic, as another service would: explicit partition, acknowledged when it returns. */
public final class Says implements AutoCloseable {
    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", TestBroker.bootstrapServers(), "linger.ms", "0"),
            new StringSerializer(),
            new StringSerializer());

    /** One record without headers; a null value is not possible. */
    public RecordMetadata say(Topic topic, String key, String value) {
        return say(topic, key, value, Map.of());
    }

    /** One record with headers of text. */
    public RecordMetadata say(Topic topic, String key, String value, Map<String, String> headers) {
        var partition = Topics.partition(key, TestBroker.PARTITIONS);
        var record = new ProducerRecord<>(topic.name(), partition, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            return producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("not taken: " + topic.name(), e.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
