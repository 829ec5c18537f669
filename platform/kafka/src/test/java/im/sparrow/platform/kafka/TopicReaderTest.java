package im.sparrow.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.sparrow.contracts.Topics;
import im.sparrow.contracts.Topics.Topic;
import im.sparrow.engines.BrokerSettings;
import im.sparrow.engines.KafkaBroker;
import im.sparrow.engines.Ports;
import im.sparrow.engines.TopicMaker;
import im.sparrow.platform.kafka.TopicReader.Start;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicReaderTest {

    private static final int PARTITIONS = 3;

    @TempDir
    static Path folder;

    static BrokerSettings settings;
    static KafkaBroker broker;

    @BeforeAll
    static void start() throws Exception {
        settings = new BrokerSettings(folder.resolve("broker"), Ports.free(), Ports.free());
        broker = KafkaBroker.start(settings);
        TopicMaker.make(settings.bootstrapServers(), PARTITIONS, (short) 1);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void from_the_beginning_all_that_was_said_is_read_before_it_is_caught_up() {
        say(Topics.CURSOR, 0, 300);
        var heard = new Heard();

        try (var reader = reader(Topics.CURSOR, Start.BEGINNING, heard)) {
            await().until(reader::caughtUp);

            assertThat(heard.said).hasSize(300);
            say(Topics.CURSOR, 300, 310);
            await().until(() -> heard.said.size() == 310);
            assertInOrder(heard.said, 310);
        }
    }

    @Test
    void nothing_is_caught_up_while_the_handler_is_at_the_first_records() throws Exception {
        say(Topics.ACCOUNT_DLT, 0, 3);
        var goOn = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        TopicHandler slow = batch -> {
            begun.countDown();
            awaitQuietly(goOn);
        };

        try (var reader = reader(Topics.ACCOUNT_DLT, Start.BEGINNING, slow)) {
            begun.await();
            assertThat(reader.caughtUp()).isFalse();
            goOn.countDown();
            await().until(reader::caughtUp);
        }
    }

    @Test
    void an_empty_topic_is_caught_up_at_once() {
        try (var reader = reader(Topics.CURSOR_DLT, Start.BEGINNING, new Heard())) {
            await().until(reader::caughtUp);
        }
    }

    @Test
    void from_the_end_only_what_is_said_from_now_on_is_read() {
        say(Topics.USER_EVENT, 0, 20);
        var heard = new Heard();

        try (var reader = reader(Topics.USER_EVENT, Start.END, heard)) {
            await().until(reader::caughtUp);
            say(Topics.USER_EVENT, 20, 25);

            await().until(() -> heard.said.size() == 5);
            assertThat(heard.said).containsExactlyInAnyOrder("20", "21", "22", "23", "24");
        }
    }

    @Test
    void two_readers_each_hear_everything() {
        var one = new Heard();
        var other = new Heard();

        try (var first = reader(Topics.MESSAGE_EVENT, Start.END, one);
                var second = reader(Topics.MESSAGE_EVENT, Start.END, other)) {
            await().until(() -> first.caughtUp() && second.caughtUp());
            say(Topics.MESSAGE_EVENT, 0, 10);

            await().untilAsserted(() ->
                    assertThat(List.of(one.said.size(), other.said.size())).containsOnly(10));
        }
    }

    @Test
    void a_broker_that_was_away_is_a_gap_before_anything_new() throws Exception {
        var heard = new Heard();
        try (var reader = reader(Topics.MESSAGE_COMMAND, Start.END, heard)) {
            await().until(reader::caughtUp);
            say(Topics.MESSAGE_COMMAND, 0, 5);
            await().until(() -> heard.said.size() == 5);

            broker.close();
            await().atMost(Duration.ofSeconds(20)).until(() -> !reader.connected());
            broker = KafkaBroker.start(settings);
            say(Topics.MESSAGE_COMMAND, 5, 10);

            await().atMost(Duration.ofSeconds(30)).until(() -> heard.said.size() == 11);
            assertThat(heard.said.get(5)).isEqualTo("BROKER_AWAY");
            assertThat(heard.said.subList(0, 5)).containsExactlyInAnyOrder("0", "1", "2", "3", "4");
            assertThat(heard.said.subList(6, 11)).containsExactlyInAnyOrder("5", "6", "7", "8", "9");
            assertThat(reader.connected()).isTrue();
        }
    }

    @Test
    void a_topic_that_forgot_its_records_is_a_gap_and_reading_goes_on_at_its_end() throws Exception {
        var heard = new Heard();
        say(Topics.MESSAGE_COMMAND_DLT, 0, 30);
        try (var reader = reader(Topics.MESSAGE_COMMAND_DLT, Start.END, heard)) {
            await().until(reader::caughtUp);
            try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", settings.bootstrapServers()))) {
                admin.deleteTopics(List.of(Topics.MESSAGE_COMMAND_DLT.name()))
                        .all()
                        .get();
            }
            await().ignoreExceptions().until(() -> {
                TopicMaker.make(settings.bootstrapServers(), PARTITIONS, (short) 1);
                return true;
            });

            await().atMost(Duration.ofSeconds(30)).until(() -> heard.said.contains("OUT_OF_RANGE"));
            // All three partitions are found short one after the other; each says so before its new records.
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                say(Topics.MESSAGE_COMMAND_DLT, 100, 103);
                return heard.said.containsAll(List.of("100", "101", "102"));
            });
            assertThat(heard.said.getFirst()).isEqualTo("OUT_OF_RANGE");
        }
    }

    @Test
    void a_handler_that_throws_ends_the_reader_for_good() {
        say(Topics.ACCOUNT, 0, 1);
        TopicHandler broken = batch -> {
            throw new IllegalStateException("cannot go on");
        };

        try (var reader = reader(Topics.ACCOUNT, Start.BEGINNING, broken)) {
            await().until(reader::failed);

            assertThat(reader.caughtUp()).isFalse();
            assertThat(reader.connected()).isFalse();
        }
    }

    @Test
    void its_settings_take_no_group_and_never_jump_by_themselves() {
        var effective = ReaderSettings.of(
                Map.of("bootstrap.servers", "x:1", "group.id", "somebody", "not.of.kafka", "y"), "name");

        assertThat(effective)
                .containsEntry("auto.offset.reset", "none")
                .containsEntry("enable.auto.commit", false)
                .containsEntry("allow.auto.create.topics", false)
                .containsEntry("client.id", "name")
                .doesNotContainKeys("group.id", "not.of.kafka");
    }

    private static TopicReader reader(Topic topic, Start start, TopicHandler handler) {
        Map<String, Object> connection = Map.of("bootstrap.servers", settings.bootstrapServers());
        return new TopicReader(connection, "reader-of-" + topic.name(), topic, start, handler).start();
    }

    private static void say(Topic topic, int from, int to) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", settings.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            IntStream.range(from, to)
                    .forEach(i -> producer.send(
                            new ProducerRecord<>(topic.name(), i % PARTITIONS, "k", Integer.toString(i))));
        }
    }

    private static void assertInOrder(List<String> said, int count) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int own = partition;
            var numbers = said.stream()
                    .map(Integer::valueOf)
                    .filter(i -> i % PARTITIONS == own)
                    .toList();
            assertThat(numbers).isSorted().hasSize(count / PARTITIONS + (own < count % PARTITIONS ? 1 : 0));
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Values and gaps in the order they were handed over. */
    private static final class Heard implements TopicHandler {

        private final List<String> said = new CopyOnWriteArrayList<>();

        @Override
        public void records(ConsumerRecords<String, byte[]> batch) {
            batch.forEach(each -> said.add(new String(each.value(), StandardCharsets.UTF_8)));
        }

        @Override
        public void missed(Gap gap) {
            said.add(gap.name());
        }
    }
}
