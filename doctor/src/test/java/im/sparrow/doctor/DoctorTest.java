package im.sparrow.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Topics;
import im.sparrow.testing.TestBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damages are planted in real databases and a real broker, one at a time. */
class DoctorTest {

    private static final Map<String, Object> BROKER = Map.of("bootstrap.servers", TestBroker.bootstrapServers());

    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void a_world_in_which_nothing_is_wrong() throws Exception {
        World.make();
    }

    @Test
    void where_nothing_is_wrong_nothing_is_found() {
        var outcome = examine(false);

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.well()).isTrue();
        assertThat(outcome.line()).startsWith("checks=").endsWith("findings=0 repaired=0");
    }

    @Test
    void each_of_ten_planted_damages_is_found_by_the_check_that_is_there_for_it() throws Exception {
        var missed = EnumSet.noneOf(Damage.class);
        for (Damage damage : Damage.values()) {
            World.make();
            plant(damage);
            var findings = examine(false).findings();
            heal(damage);
            if (findings.stream().noneMatch(finding -> finding.check().equals(damage.check))) {
                missed.add(damage);
            }
        }

        System.out.printf("damages=%d found=%d%n", Damage.values().length, Damage.values().length - missed.size());
        assertThat(Damage.values()).hasSize(10);
        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Damage.class,
            names = {"A_HEAD_IS_BEHIND", "SOMEBODY_READ_WHAT_IS_NOT_THERE", "UNREAD_DRIFTED"})
    void numbers_that_can_be_counted_again_are_put_right(Damage damage) throws Exception {
        plant(damage);

        var outcome = examine(true);

        assertThat(outcome.repaired()).isPositive();
        assertThat(outcome.findings()).isEmpty();
        assertThat(examine(false).well()).isTrue();
    }

    @Test
    void a_message_that_is_gone_is_never_made_up() throws Exception {
        plant(Damage.A_MESSAGE_IS_GONE);

        var outcome = examine(true);

        assertThat(outcome.findings()).extracting(Finding::check).contains("numbers");
        assertThat(said).anySatisfy(line -> assertThat(line).contains("backup"));
    }

    @Test
    void running_numbers_that_are_wrong_are_found_and_counted_again() throws Exception {
        World.run(Schema.MESSAGE, "UPDATE message SET countable_no = 9 WHERE conversation_id = 502 AND seq = 6");

        assertThat(examine(false).findings()).extracting(Finding::check).contains("countable");
        assertThat(examine(true).well()).isTrue();
    }

    @Test
    void a_database_that_is_away_is_a_finding_and_the_others_are_looked_at() {
        var real = World.installation();
        var databases = new java.util.EnumMap<>(real.databases());
        databases.put(Schema.AUTH, new Installation.Database("jdbc:mysql://127.0.0.1:1/none", "nobody", "none"));
        var lame = new Installation(databases, real.kafka(), List.of(), real.home());

        try (var examination = new Examination(lame, keeper -> 0, 0, Duration.ZERO, said::add)) {
            assertThat(examination.run(false).findings())
                    .extracting(Finding::check)
                    .contains("outbox of auth", "accounts in social")
                    .doesNotContain("numbers", "members");
        }
    }

    private Examination.Outcome examine(boolean repair) {
        try (var examination =
                new Examination(World.installation(), keeper -> 0, 0, Duration.ofMillis(20), said::add)) {
            return examination.run(repair);
        }
    }

    private static void plant(Damage damage) throws Exception {
        if (damage == Damage.NOBODY_WRITES) {
            try (var producer = new KafkaProducer<>(BROKER, new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>(Topics.MESSAGE_COMMAND.name(), 0, "501", "{}"))
                        .get();
            }
        } else {
            World.run(damage.where, damage.sql);
        }
    }

    /** The broker outlives the world: what was said there is read now. */
    private static void heal(Damage damage) throws Exception {
        if (damage == Damage.NOBODY_WRITES) {
            try (var admin = Admin.create(BROKER)) {
                var partition = new TopicPartition(Topics.MESSAGE_COMMAND.name(), 0);
                admin.alterConsumerGroupOffsets("message-writer", Map.of(partition, new OffsetAndMetadata(1)))
                        .all()
                        .get();
            }
        }
    }
}
