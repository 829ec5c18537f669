package im.sparrow.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {
    @TempDir
    Path folder;

    private final int port = Ports.free();
    private final int controllerPort = Ports.free();

    private Process startProcess() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaBroker.class.getName(),
                        folder.resolve("data").toString(),
                        Integer.toString(port),
                        Integer.toString(controllerPort))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("broker.log").toFile())
                .start();
    }

    private Map<String, Object> clients() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + port);
    }

    private void say(String text) throws Exception {
        try (var producer = new KafkaProducer<>(clients(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("said", 0, "key", text)).get();
        }
    }

    private String heard(int count) {
        var partition = new TopicPartition("said", 0);
        try (var consumer = new KafkaConsumer<>(clients(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var texts = new StringBuilder();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> texts.append(record.value()));
                return texts.length() >= count;
            });
            return texts.toString();
        }
    }

    @Test
    void what_was_acknowledged_survives_a_kill_of_the_process() throws Exception {
        var process = startProcess();
        try (var admin = Admin.create(clients())) {
            admin.createTopics(List.of(new NewTopic("said", 1, (short) 1)))
                    .all()
                    .get();
        }
        say("a");
        process.destroyForcibly().waitFor();

        var again = startProcess();
        say("b");

        assertThat(heard(2)).isEqualTo("ab");
        again.destroy();
        assertThat(again.waitFor()).isEqualTo(143);
    }

    @Test
    void a_broker_in_this_process_stops_and_starts_again_with_its_data() throws Exception {
        var settings = new BrokerSettings(folder.resolve("data"), port, controllerPort);
        try (var broker = KafkaBroker.start(settings);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("said", 1, (short) 1)))
                    .all()
                    .get();
            say("a");
        }

        try (var broker = KafkaBroker.start(settings)) {
            assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            assertThat(heard(1)).isEqualTo("a");
        }
    }
}
