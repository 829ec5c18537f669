package im.sparrow.platform.kafka;

import im.sparrow.contracts.Headers;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.Topics.Topic;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Notes which record could not be read and why, without what it said: for people, never read by a machine. */
@Singleton
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final Duration DELIVERY = Duration.ofMinutes(1);
    private static final Duration MAX_BLOCK = Duration.ofSeconds(5);
    private static final int KEY_MAX = 100;

    private final Producers producers;
    private final String service;
    private @Nullable KafkaProducer<String, byte[]> open;

    DeadLetters(Producers producers, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.producers = producers;
        this.service = service;
    }

    /** Notes it on a topic of dead letters; while the broker is away in the log alone. May wait some seconds. */
    public synchronized void bury(ConsumerRecord<String, ?> record, Topic letters, Problem reason) {
        LOG.errorf(
                "cannot read record %d of %s-%d: %s",
                record.offset(), record.topic(), record.partition(), reason.code());
        try {
            send(record, letters, reason);
        } catch (KafkaException away) {
            LOG.warnf("no dead letter for record %d: %s", record.offset(), away.toString());
        }
    }

    private void send(ConsumerRecord<String, ?> record, Topic letters, Problem reason) {
        var producer = open;
        if (producer == null) {
            producer = producers.create(service + "-dead-letters", Duration.ZERO, DELIVERY, MAX_BLOCK);
            open = producer;
        }
        String whole = String.valueOf(record.key());
        // A key is a number; what is longer is no key of ours and may be anything.
        String key = whole.substring(0, Math.min(whole.length(), KEY_MAX));
        int partitions = producer.partitionsFor(letters.name()).size();
        var letter = new ProducerRecord<>(letters.name(), Topics.partition(key, partitions), key, new byte[0]);
        letter.headers().add(Headers.REASON, reason.code().getBytes(StandardCharsets.UTF_8));
        producer.send(letter, (at, failed) -> {
            if (failed != null) {
                LOG.warnf("no dead letter for record %d: %s", record.offset(), failed.toString());
            }
        });
    }

    synchronized void stop(@Observes ShutdownEvent ending) {
        var producer = open;
        if (producer != null) {
            producer.close(MAX_BLOCK);
        }
    }
}
