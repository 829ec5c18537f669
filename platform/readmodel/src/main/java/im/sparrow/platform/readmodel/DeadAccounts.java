package im.sparrow.platform.readmodel;

import im.sparrow.contracts.Headers;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.Topics;
import im.sparrow.platform.kafka.Producers;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Notes which record could not be read and why, without what it said: for people, never read by a machine. */
@Singleton
class DeadAccounts {

    private static final Logger LOG = Logger.getLogger(DeadAccounts.class);
    private static final Duration DELIVERY = Duration.ofMinutes(1);
    private static final Duration MAX_BLOCK = Duration.ofSeconds(5);

    private final Producers producers;
    private final String service;
    private @Nullable KafkaProducer<String, byte[]> open;

    DeadAccounts(Producers producers, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.producers = producers;
        this.service = service;
    }

    synchronized void bury(ConsumerRecord<String, String> record, Problem reason) {
        LOG.errorf(
                "cannot read record %d of %s-%d: %s",
                record.offset(), record.topic(), record.partition(), reason.code());
        var producer = open;
        if (producer == null) {
            producer = producers.create(service + "-dead-accounts", Duration.ZERO, DELIVERY, MAX_BLOCK);
            open = producer;
        }
        String topic = Topics.ACCOUNT_DLT.name();
        String key = String.valueOf(record.key());
        int partitions = producer.partitionsFor(topic).size();
        var letter = new ProducerRecord<String, byte[]>(topic, Topics.partition(key, partitions), key, new byte[0]);
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
