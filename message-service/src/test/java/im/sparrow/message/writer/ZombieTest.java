package im.sparrow.message.writer;

import static im.sparrow.message.Talk.header;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics;
import im.sparrow.message.MessageTest;
import im.sparrow.message.Talk;
import im.sparrow.message.sql.Jdbc;
import im.sparrow.message.writer.WriterProcess.Gate;
import im.sparrow.platform.kafka.Producers;
import im.sparrow.testing.TestBroker;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two writers of one group, of which one is stopped for longer than its session and goes on, or is killed. */
@MessageTest
@TestProfile(ZombieTest.NoWriterOfItsOwn.class)
class ZombieTest {

    /** The service's own writer stands still, so that these two are alone. */
    public static final class NoWriterOfItsOwn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sparrow.writer.enabled", "false");
        }
    }

    @Inject
    DataSource database;

    @Inject
    Producers producers;

    private final Id alice = Talk.newId();
    private final Id bob = Talk.newId();
    private final String group = "zombie-" + UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(Gate.class)
    void who_was_stopped_in_mid_batch_breaks_no_number_and_tells_nothing_old(Gate gate) throws Exception {
        var zombie = WriterProcess.start(group, "first", gate);
        try (var words = zombie.inputReader();
                var talk = talkWrittenBy(words)) {
            say(zombie, "arm");
            talk.sends(alice, "in its hands when it is stopped");
            assertThat(words.readLine()).isEqualTo("here");
            signal(zombie, "STOP");
            try (var successor = new SecondWriter(group, "second", database, producers)) {
                long stopped = System.nanoTime();
                talk.sends(bob, "for its successor");
                awaitSeq(talk, 3);
                System.out.printf(
                        "the successor of a stopped writer told seq 3 after %d ms (%s)%n", since(stopped), gate);

                signal(zombie, "CONT");
                say(zombie, "go");
                awaitMembers(2);
                for (int i = 0; i < 20; i++) {
                    talk.sends(i % 2 == 0 ? alice : bob, "afterwards " + i);
                }
                awaitSeq(talk, 23);
                assertThat(successor.state.writes()).isTrue();
            }
            assertThat(zombie.isAlive()).isTrue();
            assertThat(seqs(talk.id))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 23).boxed().toList());
            assertThat(told(talk.await(1))).isSorted();
        } finally {
            zombie.destroyForcibly().waitFor();
        }
    }

    @Test
    void killed_and_started_again_under_its_name_it_goes_on_at_once() throws Exception {
        var killed = WriterProcess.start(group, "first", Gate.AFTER_COMMIT);
        try (var words = killed.inputReader();
                var talk = talkWrittenBy(words)) {
            say(killed, "arm");
            talk.sends(alice, "stored, not told");
            assertThat(words.readLine()).isEqualTo("here");
            killed.destroyForcibly().waitFor();

            long begin = System.nanoTime();
            try (var again = new SecondWriter(group, "first", database, producers)) {
                awaitSeq(talk, 2);
                long millis = since(begin);
                System.out.printf("started again under its name, it told what it owed after %d ms%n", millis);
                assertThat(millis).as("a session of 6 s was not waited for").isLessThan(5_000);
                assertThat(again.state.writes()).isTrue();
            }
            assertThat(seqs(talk.id)).containsExactly(1L, 2L);
        } finally {
            killed.destroyForcibly();
        }
    }

    private Talk talkWrittenBy(BufferedReader words) throws IOException {
        assertThat(words.readLine()).isEqualTo("writes");
        return Talk.group(alice, bob);
    }

    /** What other tests have said is not this group's to read. */
    @BeforeEach
    void the_group_begins_at_the_end() throws Exception {
        var ends = new HashMap<TopicPartition, OffsetAndMetadata>();
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        for (int i = 0; i < TestBroker.PARTITIONS; i++) {
            asked.put(new TopicPartition(Topics.MESSAGE_COMMAND.name(), i), OffsetSpec.latest());
        }
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestBroker.bootstrapServers()))) {
            admin.listOffsets(asked)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end.offset())));
            admin.alterConsumerGroupOffsets(group, ends).all().get();
        }
    }

    /** The stopped one is back in the group, so what it had in hand is behind it. */
    private void awaitMembers(int members) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestBroker.bootstrapServers()))) {
            Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> {
                var here = Objects.requireNonNull(
                        admin.describeConsumerGroups(List.of(group)).all().get().get(group));
                return here.groupState() == GroupState.STABLE && here.members().size() == members;
            });
        }
    }

    private static void awaitSeq(Talk talk, long seq) {
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> told(talk.await(1)).contains(seq));
    }

    /** The seqs of messages as they were told. */
    private static List<Long> told(List<ConsumerRecord<String, String>> events) {
        return new ArrayList<>(events)
                .stream()
                        .filter(event -> header(event, "k").equals("message"))
                        .map(event -> Long.valueOf(header(event, "s")))
                        .toList();
    }

    private List<Long> seqs(Id conversation) throws SQLException {
        try (var connection = database.getConnection()) {
            return Jdbc.list(
                    connection,
                    "SELECT seq FROM message WHERE conversation_id = ? ORDER BY seq",
                    p -> p.id(conversation),
                    c -> c.number());
        }
    }

    private static long since(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private static void say(Process process, String word) throws IOException {
        var out = process.outputWriter();
        out.write(word + "\n");
        out.flush();
    }

    private static void signal(Process process, String name) throws Exception {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(code).isZero();
    }
}
