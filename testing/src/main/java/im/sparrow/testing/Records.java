package im.sparrow.testing;

import im.sparrow.contracts.Topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/**
 * What is said on one topic, from when this was opened or from the beginning. Reads without a group, so it takes
 * nothing away from anybody. For one thread.
 */
public final class Records implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

    private Records(Topic topic) {
        consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", TestBroker.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.assign(consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
    }

    /** What is said from now on: the position is settled when this returns. */
    public static Records fromNow(Topic topic) {
        var records = new Records(topic);
        records.consumer.seekToEnd(records.consumer.assignment());
        records.consumer.assignment().forEach(records.consumer::position);
        return records;
    }

    /** All that the topic holds. */
    public static Records fromBeginning(Topic topic) {
        var records = new Records(topic);
        records.consumer.seekToBeginning(records.consumer.assignment());
        return records;
    }

    /** Waits at most 20 s until that many records with the key were said; answers all of them in their order. */
    public List<ConsumerRecord<String, String>> await(String key, int count) {
        Awaitility.await("%d records with key %s".formatted(count, key))
                .atMost(LONGEST_WAIT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> poll(Duration.ofMillis(100)).with(key).size() >= count);
        return with(key);
    }

    /** The same for records of any key, by what they say. */
    public List<ConsumerRecord<String, String>> await(Predicate<String> value, int count) {
        Awaitility.await("%d records that say so".formatted(count))
                .atMost(LONGEST_WAIT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> poll(Duration.ofMillis(100)).saying(value).size() >= count);
        return saying(value);
    }

    private List<ConsumerRecord<String, String>> saying(Predicate<String> value) {
        return seen.stream().filter(record -> value.test(record.value())).toList();
    }

    /** Listens that long and answers all records with the key until then: to show that there are no more. */
    public List<ConsumerRecord<String, String>> during(Duration time, String key) {
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            poll(Duration.ofMillis(50));
        }
        return with(key);
    }

    /** All records with the key that the topic holds when this is called, in their order; waits at most 20 s for them. */
    public List<ConsumerRecord<String, String>> upToNow(String key) {
        var ends = consumer.endOffsets(consumer.assignment());
        Awaitility.await("the end of " + ends.keySet())
                .atMost(LONGEST_WAIT)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    poll(Duration.ofMillis(100));
                    return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
                });
        return with(key);
    }

    /** A header's text, if the record has it. */
    public static Optional<String> header(ConsumerRecord<?, ?> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    private Records poll(Duration time) {
        consumer.poll(time).forEach(seen::add);
        return this;
    }

    private List<ConsumerRecord<String, String>> with(String key) {
        return seen.stream().filter(record -> key.equals(record.key())).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
