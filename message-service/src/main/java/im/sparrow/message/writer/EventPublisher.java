package im.sparrow.message.writer;

import im.sparrow.platform.kafka.Producers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what is stored, in order, and returns only when the broker has all of it. A record is never given up by
 * itself; after an error nothing more of the batch is sent, the producer is made anew, and the caller publishes the whole
 * batch again.
 */
final class EventPublisher implements AutoCloseable {

    static final String CLIENT = "message-events";
    static final Duration BLOCK = Duration.ofSeconds(5);

    private final Producers producers;
    private final Duration linger;
    private @Nullable KafkaProducer<String, byte[]> open;

    EventPublisher(Producers producers, Duration linger) {
        this.producers = producers;
        this.linger = linger;
    }

    /**
     * Publishes all.
     *
     * @throws Away when the broker did not take them all; some may have been taken
     */
    void publish(List<ProducerRecord<String, byte[]>> records) throws Away {
        try {
            var producer = producer();
            var sent = new ArrayList<Future<RecordMetadata>>(records.size());
            for (ProducerRecord<String, byte[]> record : records) {
                Future<RecordMetadata> future = producer.send(record);
                sent.add(future);
                if (future.state() == Future.State.FAILED) {
                    break;
                }
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException | KafkaException e) {
            close();
            throw new Away("broker", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        KafkaProducer<String, byte[]> producer = open;
        if (producer == null) {
            producer = producers.create(CLIENT, linger, Producers.FOR_EVER, BLOCK);
            open = producer;
        }
        return producer;
    }

    /** Ends the producer without waiting: what it had not delivered is published again after a replay. */
    @Override
    public void close() {
        KafkaProducer<String, byte[]> producer = open;
        open = null;
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
