package im.sparrow.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.mysql.cj.jdbc.MysqlDataSource;
import im.sparrow.contracts.Topics;
import im.sparrow.engines.BrokerSettings;
import im.sparrow.engines.KafkaBroker;
import im.sparrow.engines.Ports;
import im.sparrow.engines.TopicMaker;
import im.sparrow.testing.TestDatabase;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that comes back and has forgotten everything, as after a power cut. */
class BrokerLossTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int PARTITIONS = 2;

    private final int port = Ports.free();
    private final int controller = Ports.free();

    @Test
    void what_the_broker_forgot_is_sent_again_though_nothing_new_is_said(@TempDir Path before, @TempDir Path after)
            throws Exception {
        Ddl.anew("outbox");
        var database = new TestDatabase("sparrow_test");
        var table = new OutboxTable(source(database));
        table.insert(rows(1, 20), Instant.now());
        var relay = new Relay(
                config(),
                InstantSource.system(),
                source(database),
                new RelayBroker(this::producer, new ObjectMapper()));
        try (var broker = broker(before)) {
            relay.start();
            Awaitility.await().atMost(LONG).until(() -> table.backlog().rows() == 0);
            assertThat(heard(20)).hasSize(20);
        }

        try (var broker = broker(after)) {
            assertThat(heard(20)).containsExactlyElementsOf(versionsTo(20));

            table.insert(rows(21, 22), Instant.now());
            assertThat(heard(22)).containsExactlyElementsOf(versionsTo(22));
        } finally {
            relay.stop();
        }
    }

    private KafkaBroker broker(Path data) throws Exception {
        var broker = KafkaBroker.start(new BrokerSettings(data.resolve("kafka"), port, controller));
        TopicMaker.make(broker.bootstrapServers(), PARTITIONS, (short) 1);
        return broker;
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", "127.0.0.1:" + port,
                        "acks", "all",
                        "linger.ms", 0,
                        "max.block.ms", 2_000,
                        "request.timeout.ms", 5_000,
                        "delivery.timeout.ms", 5_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The versions of the one key in the order of the log, read from the beginning until there are that many. */
    private List<Long> heard(int count) {
        try (var consumer = new KafkaConsumer<String, String>(
                Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + port),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partition = new TopicPartition(Topics.USER_EVENT.name(), Topics.partition("7", PARTITIONS));
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<Long> versions = new ArrayList<>();
            Awaitility.await().atMost(LONG).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> versions.add(Long.valueOf(record.value())));
                return versions.stream().distinct().count() >= count;
            });
            return versions.stream().distinct().toList();
        }
    }

    private static List<Long> versionsTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<Said> rows(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(version -> new Said(version, Topics.USER_EVENT.name(), "7", version, "" + version, "{}"))
                .toList();
    }

    private static MysqlDataSource source(TestDatabase database) {
        var source = new MysqlDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(TestDatabase.PASSWORD);
        return source;
    }

    private static OutboxConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(OutboxConfig.class)
                .withDefaultValue("sparrow.outbox.tick", "PT0.1S")
                .withDefaultValue("sparrow.outbox.lease", "PT10S")
                .withDefaultValue("sparrow.outbox.delivery", "PT5S")
                .withDefaultValue("sparrow.outbox.max-block", "PT2S")
                .withDefaultValue("sparrow.outbox.again", "PT10M")
                .withDefaultValue("sparrow.outbox.keep", "PT1H")
                .build()
                .getConfigMapping(OutboxConfig.class);
    }
}
