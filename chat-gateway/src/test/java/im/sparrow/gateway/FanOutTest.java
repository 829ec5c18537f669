package im.sparrow.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import im.sparrow.contracts.Topics;
import im.sparrow.gateway.event.LogStream;
import im.sparrow.platform.kafka.TopicHandler.Gap;
import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.Says;
import im.sparrow.testing.TestTokens;
import im.sparrow.testing.TokensResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(ServicesResource.class)
class FanOutTest {

    private static final FakeServices SERVICES = FakeServices.INSTANCE;

    private final Says says = new Says();

    @Inject
    MeterRegistry metrics;

    @Inject
    LogStream stream;

    @AfterEach
    void end() {
        says.close();
    }

    private void message(long room, long seq, int size) {
        var text = "x".repeat(size);
        says.say(
                Topics.MESSAGE_EVENT,
                "" + room,
                "{\"t\":\"message\",\"seq\":" + seq + ",\"text\":\"" + text + "\"}",
                Map.of("k", "message", "s", "" + seq, "at", "" + System.currentTimeMillis()));
    }

    private static List<Long> seqs(Socket socket) {
        return socket.all("message").stream()
                .map(frame -> frame.get("seq").asLong())
                .toList();
    }

    @Test
    void everybody_hears_everything_once_and_in_order() {
        var sockets = IntStream.range(0, 20)
                .mapToObj(i -> {
                    SERVICES.room(5100 + i, 1501, 1, 0, 0);
                    return Socket.greeted(TestTokens.user(5100 + i).sign());
                })
                .toList();
        for (int seq = 1; seq <= 300; seq++) {
            message(1501, seq, 50);
        }
        var expected = IntStream.rangeClosed(1, 300).mapToObj(Long::valueOf).toList();
        for (Socket socket : sockets) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> socket.all("message").size() >= 300);
            assertThat(seqs(socket)).isEqualTo(expected);
            socket.close();
        }
        assertThat(metrics.get("sparrow.fanout.deliveries").counter().count()).isGreaterThanOrEqualTo(6_000);
        assertThat(metrics.get("sparrow.fanout.latency").timer().count()).isPositive();
    }

    @Test
    void frames_of_every_length_arrive_whole() {
        SERVICES.room(5201, 1502, 1, 0, 0);
        try (var alice = Socket.greeted(TestTokens.user(5201).sign())) {
            int[] sizes = {0, 93, 94, 95, 96, 97, 98, 125, 126, 65_500, 65_535, 65_536, 70_000, 900_000};
            for (int i = 0; i < sizes.length; i++) {
                message(1502, i + 1, sizes[i]);
            }
            await().until(() -> alice.all("message").size() == sizes.length);
            assertThat(alice.all("message"))
                    .extracting(f -> f.get("text").asText().length())
                    .containsExactly(IntStream.of(sizes).boxed().toArray(Integer[]::new));
        }
    }

    @Test
    void answers_and_events_of_one_socket_do_not_overtake_each_other() {
        SERVICES.room(5301, 1503, 1, 0, 0);
        try (var alice = Socket.greeted(TestTokens.user(5301).sign())) {
            for (int seq = 1; seq <= 100; seq++) {
                message(1503, seq, 10);
                alice.say("{'t':'dance','ref':'" + seq + "'}");
            }
            await().until(() ->
                    alice.all("message").size() == 100 && alice.all("error").size() == 100);
            assertThat(seqs(alice)).isSorted();
            assertThat(alice.all("error")).extracting(f -> f.get("re").asInt()).isSorted();
        }
    }

    @Test
    void who_does_not_read_is_closed_with_4409_and_costs_no_more_than_his_bound() {
        SERVICES.room(5401, 1504, 1, 0, 0);
        SERVICES.room(5402, 1504, 1, 0, 0);
        try (var reader = Socket.greeted(TestTokens.user(5401).sign());
                var sleeper = Socket.greeted(TestTokens.user(5402).sign())) {
            sleeper.stopReading();
            double most = 0;
            for (int seq = 1; seq <= 300; seq++) {
                message(1504, seq, 60_000);
                most = Math.max(
                        most,
                        metrics.get("sparrow.sockets.pending.bytes").gauge().value());
                // As fast as the one who reads, so that only the other is slow.
                int heard = seq - 5;
                await().pollInterval(Duration.ofMillis(2))
                        .until(() -> reader.all("message").size() >= heard);
            }
            await().until(() -> reader.all("message").size() == 300);
            assertThat(most).isLessThan(4_000_000);
            await().until(() -> metrics.get("sparrow.sockets.closed").tag("code", "4409").counters().stream()
                    .anyMatch(counter -> counter.count() >= 1));
            sleeper.readAgain();
            assertThat(sleeper.closeCode()).isEqualTo(4409);
        }
    }

    @Test
    void after_a_gap_rooms_are_made_anew_and_who_is_behind_hears_the_head() {
        SERVICES.room(5501, 1505, 1, 4, 0);
        try (var alice = Socket.greeted(TestTokens.user(5501).sign())) {
            SERVICES.noRooms(5501);
            SERVICES.room(5501, 1505, 1, 9, 2);
            stream.missed(Gap.BROKER_AWAY);
            JsonNode head = alice.hears("head");
            assertThat(head.get("seq").asLong()).isEqualTo(9);
            assertThat(head.get("changeSeq").asLong()).isEqualTo(2);
            message(1505, 9, 1);
            message(1505, 10, 1);
            alice.hears("message");
            assertThat(seqs(alice)).containsExactly(10L);
        }
    }
}
