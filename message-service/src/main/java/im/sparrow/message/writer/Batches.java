package im.sparrow.message.writer;

import im.sparrow.contracts.Bounds;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Cuts one poll into batches of at most {@link Bounds#BATCH_RECORDS} records and {@link Bounds#BATCH_BYTES}; a single
 * record is never too large.
 */
final class Batches {

    private Batches() {}

    static List<List<ConsumerRecord<String, byte[]>>> of(Iterable<ConsumerRecord<String, byte[]>> poll) {
        var batches = new ArrayList<List<ConsumerRecord<String, byte[]>>>();
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
        long bytes = 0;
        for (ConsumerRecord<String, byte[]> record : poll) {
            int size = Math.max(0, record.serializedValueSize());
            if (!batch.isEmpty() && (batch.size() == Bounds.BATCH_RECORDS || bytes + size > Bounds.BATCH_BYTES)) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(record);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
