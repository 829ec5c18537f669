package im.sparrow.message.writer;

import im.sparrow.message.command.CommandReader;
import im.sparrow.message.command.CommandReader.Reading;
import im.sparrow.message.command.Entry;
import im.sparrow.message.log.Decided.MarkMoved;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One batch's way: read, stored, published. Each step is done again as a whole when what it needs was away. */
final class BatchWriter {

    private final LogTransaction transaction;
    private final EventPublisher publisher;
    private final EventRecords events;
    private final Consumer<List<MarkMoved>> moved;
    private final WriterState state;

    BatchWriter(
            LogTransaction transaction,
            EventPublisher publisher,
            EventRecords events,
            Consumer<List<MarkMoved>> moved,
            WriterState state) {
        this.transaction = transaction;
        this.publisher = publisher;
        this.events = events;
        this.moved = moved;
        this.state = state;
    }

    /** A batch that was read, and the dead letters among it. */
    record Read(List<Entry> entries, List<ProducerRecord<String, byte[]>> dead) {}

    /** Reads the records; never fails. */
    Read read(List<ConsumerRecord<String, byte[]>> records) {
        var entries = new ArrayList<Entry>(records.size());
        var dead = new ArrayList<ProducerRecord<String, byte[]>>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Reading reading = CommandReader.read(record);
            switch (reading) {
                case CommandReader.Readable readable -> entries.add(readable.entry());
                case CommandReader.Newer newer -> state.passedOver();
                case CommandReader.Dead letter -> {
                    state.buried();
                    dead.add(events.dead(record.key(), null, letter.reason()));
                }
            }
        }
        return new Read(entries, dead);
    }

    /** Stores the entries and answers what must be told now. */
    List<Written> store(Read read) throws Away {
        long start = System.nanoTime();
        List<Written> written = read.entries().isEmpty() ? List.of() : transaction.write(read.entries());
        state.stored(read.entries().size(), System.nanoTime() - start);
        return written;
    }

    /** Nothing is to be done for now: what is held for the next batch goes back. */
    void rest() {
        transaction.rest();
    }

    /** All that must be told of a batch, in order. */
    List<ProducerRecord<String, byte[]>> records(Read read, List<Written> written) {
        var records = new ArrayList<>(read.dead());
        written.forEach(each -> records.addAll(each.records()));
        return records;
    }

    /** Tells it; called again with the same records until they are told. */
    void publish(List<ProducerRecord<String, byte[]>> records) throws Away {
        long start = System.nanoTime();
        publisher.publish(records);
        state.published(System.nanoTime() - start);
    }

    /** Tells where somebody has read to. A hint: never fails. */
    void announce(List<Written> written) {
        moved.accept(written.stream().flatMap(each -> each.moved().stream()).toList());
    }
}
