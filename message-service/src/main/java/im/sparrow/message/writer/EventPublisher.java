package im.sparrow.message.writer;

import im.sparrow.platform.kafka.Producers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what is stored, in order, and returns only when the broker has all of it. A record is never given up by
 * itself: a broker that is away is waited for, a few seconds at a time, so that the caller can do something meanwhile.
 * After an error nothing more of the batch is sent, and the next attempt publishes all of it again with a new producer.
 */
final class EventPublisher implements AutoCloseable {

    static final String CLIENT = "message-events";
    static final Duration BLOCK = Duration.ofSeconds(5);

    /** How long one call waits for the broker. */
    private static final long PATIENCE_MILLIS = 2_000;

    private final Producers producers;
    private final Duration linger;
    private @Nullable KafkaProducer<String, byte[]> open;
    private @Nullable Sending sending;

    EventPublisher(Producers producers, Duration linger) {
        this.producers = producers;
        this.linger = linger;
    }

    /** A batch on its way. */
    private record Sending(List<ProducerRecord<String, byte[]>> records, List<Future<RecordMetadata>> sent) {}

    /**
     * Publishes all. Called again with the same list, it goes on waiting for what is on its way.
     *
     * @throws Away when the broker does not have them all yet
     */
    void publish(List<ProducerRecord<String, byte[]>> records) throws Away {
        try {
            Sending now = sending;
            if (now == null || now.records() != records) {
                now = new Sending(records, send(records));
                sending = now;
            }
            await(now);
            sending = null;
        } catch (ExecutionException | KafkaException e) {
            close();
            throw new Away("broker", e);
        } catch (TimeoutException e) {
            throw new Away("broker", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private List<Future<RecordMetadata>> send(List<ProducerRecord<String, byte[]>> records) {
        var producer = producer();
        var sent = new ArrayList<Future<RecordMetadata>>(records.size());
        for (ProducerRecord<String, byte[]> record : records) {
            Future<RecordMetadata> future = producer.send(record);
            sent.add(future);
            if (future.state() == Future.State.FAILED) {
                break;
            }
        }
        return sent;
    }

    private static void await(Sending now) throws ExecutionException, InterruptedException, TimeoutException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        for (Future<RecordMetadata> each : now.sent()) {
            each.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
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
        sending = null;
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
