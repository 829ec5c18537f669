package im.sparrow.message.writer;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each partition is stored and published, and how much of that the broker has been told. Knows no consumer.
 *
 * <p>Invariant: an offset is only ever due when everything before it is published.
 */
final class Offsets {

    private final long everyNanos;
    private final Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>();
    private long toldAt;

    Offsets(Duration every, long nanoTime) {
        this.everyNanos = every.toNanos();
        this.toldAt = nanoTime;
    }

    /** Where a batch begins in each of its partitions, but for some of them: everything before is published. */
    static Map<TopicPartition, OffsetAndMetadata> beginnings(
            Iterable<ConsumerRecord<String, byte[]>> batch, Set<TopicPartition> without) {
        var first = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            first.putIfAbsent(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset()));
        }
        first.keySet().removeAll(without);
        return first;
    }

    /** All of these are stored and published. */
    void published(Iterable<ConsumerRecord<String, byte[]>> batch) {
        for (ConsumerRecord<String, byte[]> record : batch) {
            due.put(new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        }
    }

    /** What to tell the broker now: everything that is due, at most so often; empty when it is not time yet. */
    Map<TopicPartition, OffsetAndMetadata> due(long nanoTime) {
        if (due.isEmpty() || nanoTime - toldAt < everyNanos) {
            return Map.of();
        }
        toldAt = nanoTime;
        return take(Map.copyOf(due).keySet());
    }

    /** What is due of partitions that go away. */
    Map<TopicPartition, OffsetAndMetadata> take(Collection<TopicPartition> partitions) {
        var taken = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = due.remove(partition);
            if (offset != null) {
                taken.put(partition, offset);
            }
        }
        return taken;
    }

    /** Everything that is due. */
    Map<TopicPartition, OffsetAndMetadata> takeAll() {
        return take(Map.copyOf(due).keySet());
    }
}
