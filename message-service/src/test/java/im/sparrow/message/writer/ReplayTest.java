package im.sparrow.message.writer;

import static im.sparrow.message.Talk.header;
import static im.sparrow.message.Talk.json;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.message.Command;
import im.sparrow.message.MessageTest;
import im.sparrow.message.Talk;
import im.sparrow.message.command.Entry;
import im.sparrow.message.log.Scene;
import im.sparrow.message.sql.Jdbc;
import im.sparrow.platform.kafka.Producers;
import im.sparrow.testing.TestBroker;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A killed writer: what it had not published, or not committed as read, is read again by its successor. */
@MessageTest
class ReplayTest {

    @Inject
    DataSource database;

    @Inject
    Producers producers;

    private final Id alice = Talk.newId();
    private final Id bob = Talk.newId();

    @Test
    void killed_between_commit_and_publish_its_successor_tells_the_room_the_same_number() throws Exception {
        try (var talk = Talk.direct(alice, bob)) {
            var send = talk.send("stored, not told");
            long next = nextOffset(talk.id);
            var entry = new Entry(next, talk.id, Instant.now(), new Entry.ByPerson(Scene.author(alice), send));
            Bench.write(database, Instant::now, List.of(entry));

            assertThat(talk.says(alice, send).offset()).isEqualTo(next);

            var event = talk.await(4).getLast();
            assertThat(header(event, "to")).isEmpty();
            assertThat(header(event, "s")).isEqualTo("2");
            assertThat(rows("message", talk.id)).isEqualTo(2);
        }
    }

    @Test
    void everything_read_again_from_the_first_record_comes_to_the_same_numbers_and_rows() throws Exception {
        try (var talk = Talk.group(alice, bob)) {
            live(talk);
            List<ConsumerRecord<String, String>> first = List.copyOf(talk.await(15));
            var before = rows(talk.id);

            List<ConsumerRecord<String, String>> all;
            try (var successor = new SecondWriter("replay-" + talk.id, "one", database, producers)) {
                all = talk.await(30);
                assertThat(successor.state.writes()).isTrue();
            }

            assertThat(all.subList(15, 30))
                    .extracting(ReplayTest::name)
                    .containsExactlyElementsOf(
                            first.stream().map(ReplayTest::name).toList());
            assertThat(rows(talk.id)).isEqualTo(before);
            var recalledAgain = all.subList(15, 30).stream()
                    .filter(event -> header(event, "k").equals("message")
                            && header(event, "s").equals("2"))
                    .findFirst()
                    .orElseThrow();
            assertThat(json(recalledAgain).has("body")).isFalse();
        }
    }

    /** Fifteen events: three of the making, then these. */
    private void live(Talk talk) {
        var carol = Talk.newId();
        talk.sends(alice, "recalled later");
        talk.sends(bob, "two");
        talk.joins(carol);
        talk.sends(carol, "three");
        talk.says(alice, new Command.Recall(talk.id, UUID.randomUUID(), 2));
        talk.leaves(bob);
        talk.sends(bob, "refused for good");
        talk.sends(alice, " ");
        var send = talk.send("twice");
        talk.says(alice, send);
        talk.says(alice, send);
    }

    private static String name(ConsumerRecord<String, String> event) {
        return List.of("k", "s", "c", "to", "m", "x", "u").stream()
                .map(name -> name + "=" + header(event, name))
                .toList()
                .toString();
    }

    private static long nextOffset(Id conversation) {
        var partition = new TopicPartition(
                Topics.MESSAGE_COMMAND.name(), Topics.partition(conversation, TestBroker.PARTITIONS));
        var settings = Map.<String, Object>of("bootstrap.servers", TestBroker.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
        }
    }

    @Test
    void a_database_that_is_away_is_waited_for_and_nothing_is_passed_over() throws Exception {
        var database = new Switch();
        try (var talk = Talk.direct(alice, bob);
                var successor = new SecondWriter("away-" + talk.id, "one", database.over(this.database), producers)) {
            talk.await(6);
            database.off();
            talk.sends(alice, "while it is away");
            talk.await(7);
            Awaitility.await().until(() -> successor.state.phase() == WriterState.Phase.AWAY);
            assertThat(successor.state.writes()).isFalse();
            assertThat(successor.state.missing()).isEqualTo("database");

            database.on();

            var again = talk.await(8).getLast();
            assertThat(header(again, "s")).isEqualTo("2");
            Awaitility.await().until(successor.state::writes);
        }
    }

    @Test
    void two_writers_share_the_partitions_and_each_takes_over_from_the_other() throws Exception {
        try (var talk = Talk.direct(alice, bob)) {
            var first = new SecondWriter("pair-" + talk.id, "first", database, producers);
            talk.await(6);
            try (var second = new SecondWriter("pair-" + talk.id, "second", database, producers)) {
                Awaitility.await().until(second.state::writes);
                first.close();
                talk.sends(alice, "who writes this?");

                var events = talk.await(8);

                assertThat(events.subList(6, 8))
                        .allSatisfy(event -> assertThat(header(event, "s")).isEqualTo("2"));
                assertThat(rows("message", talk.id)).isEqualTo(2);
            }
        }
    }

    private Map<String, Long> rows(Id conversation) throws SQLException {
        return Map.of(
                "message", rows("message", conversation),
                "op", rows("op", conversation),
                "refusal", rows("refusal", conversation),
                "member", rows("member", conversation));
    }

    private long rows(String table, Id conversation) throws SQLException {
        try (var connection = database.getConnection()) {
            return Jdbc.list(
                            connection,
                            "SELECT COUNT(*) FROM " + table + " WHERE conversation_id = ?",
                            p -> p.id(conversation),
                            c -> c.number())
                    .getFirst();
        }
    }
}
