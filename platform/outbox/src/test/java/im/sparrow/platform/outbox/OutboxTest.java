package im.sparrow.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics;
import im.sparrow.platform.database.Ids;
import im.sparrow.platform.kafka.Producers;
import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.DatabaseResource;
import im.sparrow.testing.Records;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(DatabaseResource.class)
class OutboxTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject
    Outbox outbox;

    @Inject
    OutboxConfig config;

    @Inject
    Ids ids;

    @Inject
    DataSource database;

    @Inject
    Producers producers;

    @Inject
    ObjectMapper json;

    @BeforeAll
    static void tables() throws Exception {
        Ddl.anew("node_lease", "outbox");
    }

    @Test
    void what_is_committed_goes_out_by_version_with_key_headers_and_partition() throws Exception {
        try (var heard = Records.fromNow(Topics.USER_EVENT);
                var _ = running()) {
            String key = ids.next().toString();
            Id first = ids.next();
            QuarkusTransaction.requiringNew().run(() -> {
                outbox.say(Topics.USER_EVENT, key, 2, Map.of("n", 2));
                outbox.say(first, Topics.USER_EVENT, key, 1, Map.of("cid", "x"), Map.of("n", 1));
            });

            List<ConsumerRecord<String, String>> records = heard.await(key, 2);

            assertThat(records).extracting(ConsumerRecord::value).containsExactly("{\"n\":1}", "{\"n\":2}");
            assertThat(records.getFirst().partition()).isEqualTo(Topics.partition(key, 6));
            assertThat(Records.header(records.getFirst(), "cid")).hasValue("x");
            assertThat(outbox.awaitSent(List.of(first), SOON)).isTrue();
            assertThat(outbox.awaitSent(Topics.USER_EVENT, key, SOON)).isTrue();
        }
    }

    @Test
    void what_is_rolled_back_was_never_said() throws Exception {
        try (var heard = Records.fromNow(Topics.USER_EVENT);
                var _ = running()) {
            String key = ids.next().toString();
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        outbox.say(Topics.USER_EVENT, key, 1, Map.of());
                        throw new IllegalArgumentException("changed my mind");
                    }))
                    .hasMessage("changed my mind");

            QuarkusTransaction.requiringNew().run(() -> outbox.say(Topics.USER_EVENT, key, 2, Map.of("said", true)));

            assertThat(heard.await(key, 1)).extracting(ConsumerRecord::value).containsExactly("{\"said\":true}");
        }
    }

    @Test
    void nothing_is_said_without_a_transaction() {
        assertThatThrownBy(() -> outbox.say(Topics.USER_EVENT, "1", 1, Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void while_nobody_publishes_waiting_ends_with_no() {
        String key = ids.next().toString();
        Id row = QuarkusTransaction.requiringNew().call(() -> outbox.say(Topics.USER_EVENT, key, 1, Map.of()));

        assertThat(outbox.awaitSent(List.of(row), Duration.ofMillis(200))).isFalse();
        assertThat(outbox.awaitSent(Topics.USER_EVENT, key, Duration.ofMillis(200)))
                .isFalse();
    }

    @Test
    void a_relay_that_starts_sends_again_what_was_sent_in_the_last_ten_minutes() throws Exception {
        try (var heard = Records.fromNow(Topics.USER_EVENT)) {
            String key = ids.next().toString();
            Id row = QuarkusTransaction.requiringNew().call(() -> outbox.say(Topics.USER_EVENT, key, 1, Map.of()));
            try (var _ = running()) {
                assertThat(outbox.awaitSent(List.of(row), SOON)).isTrue();
            }

            try (var _ = running()) {
                assertThat(heard.await(key, 2)).hasSize(2);
            }
        }
    }

    @Test
    void a_second_relay_waits_until_the_first_gives_the_lease_back() throws Exception {
        try (var first = running()) {
            Awaitility.await().until(() -> first.relay.leading());
            try (var second = running()) {
                assertThat(second.relay.leading()).isFalse();

                first.close();

                Awaitility.await().atMost(SOON).until(() -> second.relay.leading());
            }
        }
    }

    @Test
    void what_waits_is_counted_and_its_age_is_known() throws Exception {
        String key = ids.next().toString();
        QuarkusTransaction.requiringNew().run(() -> outbox.say(Topics.USER_EVENT, key, 1, Map.of()));

        var backlog = new OutboxTable(database).backlog();

        assertThat(backlog.rows()).isPositive();
        assertThat(backlog.oldest()).isPresent();
    }

    @Test
    void sent_rows_older_than_the_moment_are_deleted_and_unsent_ones_never() throws Exception {
        var table = new OutboxTable(database);
        String key = ids.next().toString();
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.say(Topics.USER_EVENT, key, 1, Map.of());
            outbox.say(Topics.USER_EVENT, key, 2, Map.of());
        });
        var longAgo = Instant.parse("2020-01-01T00:00:00Z");
        table.markSent(unsent(table, key).subList(0, 1), longAgo);

        assertThat(table.purge(longAgo, 10)).isZero();
        assertThat(table.purge(longAgo.plusSeconds(1), 10)).isEqualTo(1);

        assertThat(unsent(table, key)).extracting(Row::version).containsExactly(2L);
    }

    @Test
    void the_broker_must_have_a_record_on_every_replica_and_none_is_doubled_by_a_retry() {
        var settings = producers.settings("outbox-test", Duration.ZERO, config.delivery(), config.maxBlock());

        assertThat(settings)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("linger.ms", 0)
                .containsEntry("delivery.timeout.ms", 5_000);
    }

    private static List<Row> unsent(OutboxTable table, String key) throws SQLException {
        return table.unsent("", 1_000).stream()
                .filter(row -> row.key().equals(key))
                .toList();
    }

    private Running running() {
        var relay = new Relay(config, InstantSource.system(), database, producers, json, "outbox-test");
        relay.start();
        return new Running(relay);
    }

    private record Running(Relay relay) implements AutoCloseable {
        @Override
        public void close() throws InterruptedException {
            relay.stop();
        }
    }
}
