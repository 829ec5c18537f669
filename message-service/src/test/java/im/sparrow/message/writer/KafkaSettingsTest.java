package im.sparrow.message.writer;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.message.MessageTest;
import im.sparrow.platform.kafka.Producers;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

/** What the clients really run with, their own defaults included. */
@MessageTest
class KafkaSettingsTest {

    @Inject
    KafkaClientService channels;

    @Inject
    Producers producers;

    @Inject
    WriterConfig config;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Test
    void the_writer_reads_in_batches_and_commits_by_itself() {
        var settings = new ConsumerConfig(Writer.settings(broker, config.group(), config.instance()));

        assertThat(settings.getString("group.id")).isEqualTo("message-writer");
        assertThat(settings.getString("group.instance.id")).isEqualTo("test");
        assertThat(settings.getString("auto.offset.reset")).isEqualTo("earliest");
        assertThat(settings.getBoolean("enable.auto.commit")).isFalse();
        assertThat(settings.getBoolean("allow.auto.create.topics")).isFalse();
        assertThat(settings.getInt("session.timeout.ms")).isEqualTo(6_000);
        assertThat(settings.getInt("max.poll.records")).isEqualTo(500);
        assertThat(settings.getInt("fetch.max.bytes")).isEqualTo(4 * 1024 * 1024);
        assertThat(settings.getInt("fetch.min.bytes")).isEqualTo(1);
    }

    @Test
    void frames_are_acknowledged_by_all_never_doubled_and_never_given_up() {
        var settings = new ProducerConfig(
                producers.settings(EventPublisher.CLIENT, config.linger(), Producers.FOR_EVER, EventPublisher.BLOCK));

        assertThat(settings.getString("acks")).isEqualTo("-1");
        assertThat(settings.getBoolean("enable.idempotence")).isTrue();
        assertThat(settings.getLong("linger.ms")).isZero();
        assertThat(settings.getInt("delivery.timeout.ms")).isEqualTo(Integer.MAX_VALUE);
        assertThat(settings.getInt("retries")).isEqualTo(Integer.MAX_VALUE);
        assertThat(config.commitEvery()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void marks_are_read_in_batches_from_the_beginning() {
        var settings = channels.getConsumer("cursors").configuration();

        assertThat(settings.get("group.id")).isEqualTo("message-cursors");
        assertThat(settings.get("auto.offset.reset")).isEqualTo("earliest");
        assertThat(String.valueOf(settings.get("enable.auto.commit"))).isEqualTo("false");
        assertThat(String.valueOf(settings.get("session.timeout.ms"))).isEqualTo("10000");
        assertThat(String.valueOf(settings.get("max.poll.records"))).isEqualTo("500");
    }

    @Test
    void announced_marks_are_acknowledged_by_all_and_never_doubled() {
        var settings = channels.getProducer("user-events").configuration();

        assertThat(settings.get("acks")).isEqualTo("all");
        assertThat(String.valueOf(settings.get("enable.idempotence"))).isEqualTo("true");
        assertThat(String.valueOf(settings.get("linger.ms"))).isEqualTo("1");
    }

    @Test
    void accounts_are_read_by_this_services_own_group() {
        var settings = channels.getConsumer("accounts").configuration();

        assertThat(settings.get("group.id")).isEqualTo("message-service");
        assertThat(settings.get("auto.offset.reset")).isEqualTo("earliest");
    }
}
