package im.sparrow.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import im.sparrow.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes waves and notices when a connection to the broker ends. A wave that failed closes the producer at once, so
 * that none of its records arrives later; the next wave gets a new one. For the relay's thread.
 */
final class RelayBroker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RelayBroker.class);
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final Supplier<KafkaProducer<String, byte[]>> producers;
    private final ObjectMapper json;
    private @Nullable KafkaProducer<String, byte[]> open;
    private double closesSeen;
    private boolean lost;
    private volatile boolean away;

    /** @param producers makes a producer, each time anew */
    RelayBroker(Supplier<KafkaProducer<String, byte[]>> producers, ObjectMapper json) {
        this.producers = producers;
        this.json = json;
    }

    /** Publishes a wave and waits; answers the ids of the rows that the broker acknowledged. */
    Set<Long> publish(List<Row> wave) throws InterruptedException {
        Set<Long> acknowledged = new HashSet<>();
        try {
            var producer = producer();
            Map<Long, Future<RecordMetadata>> sending = new LinkedHashMap<>();
            for (Row row : wave) {
                int partitions = producer.partitionsFor(row.topic()).size();
                sending.put(row.id(), producer.send(toRecord(row, partitions)));
            }
            for (var sent : sending.entrySet()) {
                sent.getValue().get();
                acknowledged.add(sent.getKey());
            }
            away = false;
        } catch (ExecutionException | KafkaException failed) {
            Throwable why =
                    failed instanceof ExecutionException && failed.getCause() != null ? failed.getCause() : failed;
            LOG.warnf("the broker did not take %d of %d rows: %s", wave.size() - acknowledged.size(), wave.size(), why);
            away = true;
            noteCloses();
            close();
        }
        return acknowledged;
    }

    /** Whether a connection has ended since this was asked last. */
    boolean lostSinceAsked() {
        noteCloses();
        boolean answer = lost;
        lost = false;
        return answer;
    }

    /** Whether the last wave failed. */
    boolean away() {
        return away;
    }

    /** Gives up whatever is on its way. */
    @Override
    public void close() {
        var producer = open;
        open = null;
        closesSeen = 0;
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        var producer = open;
        if (producer == null) {
            producer = producers.get();
            open = producer;
        }
        return producer;
    }

    private void noteCloses() {
        var producer = open;
        if (producer == null) {
            return;
        }
        double closes = producer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-close-total"))
                .filter(metric -> metric.getKey().group().equals("producer-metrics"))
                .map(Map.Entry::getValue)
                .map(Metric::metricValue)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .sum();
        lost |= closes > closesSeen;
        closesSeen = closes;
    }

    private ProducerRecord<String, byte[]> toRecord(Row row, int partitions) {
        var record = new ProducerRecord<>(
                row.topic(),
                Topics.partition(row.key(), partitions),
                row.key(),
                row.value().getBytes(StandardCharsets.UTF_8));
        headers(row).forEach((header, value) -> record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private Map<String, String> headers(Row row) {
        try {
            return json.readValue(row.headers(), HEADERS);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("headers of outbox row " + row.id() + " are not ours", unreadable);
        }
    }
}
