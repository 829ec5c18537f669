package im.sparrow.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import im.sparrow.contracts.Topics;
import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.Records;
import im.sparrow.testing.TestTokens;
import im.sparrow.testing.TokensResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(ServicesResource.class)
class SendTest {

    private final ObjectMapper json = new ObjectMapper();

    private static String send(String conversation, UUID id, String text) {
        return "{'t':'send','conversationId':'" + conversation + "','clientMsgId':'" + id
                + "','type':'text','body':{'text':'" + text + "'}}";
    }

    @Test
    void a_send_is_a_command_with_who_asks_in_its_headers() throws Exception {
        var id = UUID.randomUUID();
        var until = Instant.ofEpochSecond(4_000_000_000L);
        var token = TestTokens.user(201)
                .session(2010)
                .versions(7, 8)
                .until(until)
                .roles("2", "3")
                .sign();
        try (var records = Records.fromNow(Topics.MESSAGE_COMMAND);
                var alice = Socket.greeted(token)) {
            alice.say(send("1201", id, "hi").replace("}}", "},'readSeq':4,'after':'" + id + "'}"));

            var record = records.await("1201", 1).getFirst();
            assertThat(record.partition()).isEqualTo(Topics.partition("1201", 6));
            assertThat(json.readTree(record.value()))
                    .isEqualTo(json.readTree("{\"type\":\"send\",\"conversationId\":\"1201\",\"clientMsgId\":\"" + id
                            + "\",\"messageType\":\"text\",\"body\":{\"text\":\"hi\"},\"after\":\"" + id
                            + "\",\"readSeq\":4}"));
            assertThat(Records.header(record, "uid")).contains("201");
            assertThat(Records.header(record, "sid")).contains("2010");
            assertThat(Records.header(record, "ver")).contains("7");
            assertThat(Records.header(record, "rv")).contains("8");
            assertThat(Records.header(record, "until")).contains("4000000000");
            assertThat(Records.header(record, "cid")).contains(id.toString());
            assertThat(Records.header(record, "roles").orElseThrow().split(",")).containsExactlyInAnyOrder("2", "3");
            assertThat(Records.header(record, "rights").orElseThrow().split(","))
                    .containsExactlyInAnyOrder("login", "profile", "contact", "speak");
        }
    }

    @Test
    void what_a_socket_says_reaches_the_log_in_its_order() {
        try (var records = Records.fromNow(Topics.MESSAGE_COMMAND);
                var alice = Socket.greeted(TestTokens.user(202).sign())) {
            for (int i = 0; i < 50; i++) {
                alice.say(send("1202", UUID.randomUUID(), "" + i));
            }
            var texts = records.await("1202", 50).stream()
                    .map(record -> record.value().replaceAll(".*\"text\":\"(\\d+)\".*", "$1"))
                    .map(Integer::valueOf)
                    .toList();
            assertThat(texts).hasSize(50).isSorted();
        }
    }

    @Test
    void a_recall_is_a_command_under_its_own_id() throws Exception {
        var id = UUID.randomUUID();
        try (var records = Records.fromNow(Topics.MESSAGE_COMMAND);
                var alice = Socket.greeted(TestTokens.user(203).sign())) {
            alice.say("{'t':'recall','conversationId':'1203','clientOpId':'" + id + "','seq':4}");

            assertThat(json.readTree(records.await("1203", 1).getFirst().value()))
                    .isEqualTo(json.readTree("{\"type\":\"recall\",\"conversationId\":\"1203\",\"clientOpId\":\"" + id
                            + "\",\"seq\":4}"));
        }
    }

    @Test
    void a_wrong_send_is_nacked_for_good_and_a_frame_of_no_name_is_an_error() {
        var id = UUID.randomUUID();
        try (var alice = Socket.greeted(TestTokens.user(204).sign())) {
            alice.say(send("1204", id, "").replace("}}", "},'ref':'r1'}"));
            JsonNode nack = alice.hears("nack");
            assertThat(nack.get("clientMsgId").asText()).isEqualTo(id.toString());
            assertThat(nack.get("code").asText()).isEqualTo("invalid_body");
            assertThat(nack.get("retryable").asBoolean()).isFalse();
            assertThat(nack.get("pointer").asText()).isEqualTo("/body/text");
            assertThat(nack.get("ref").asText()).isEqualTo("r1");

            alice.say("{'t':'dance','ref':'r2'}");
            assertThat(alice.hears("error").get("code").asText()).isEqualTo("unknown_frame");
            assertThat(alice.hears("error").get("re").asText()).isEqualTo("r2");
        }
    }

    @Test
    void too_many_sends_are_refused_with_the_time_to_wait() {
        try (var alice = Socket.greeted(TestTokens.user(205).sign())) {
            for (int i = 0; i < 100; i++) {
                alice.say(send("1205", UUID.randomUUID(), "x"));
            }
            JsonNode nack = alice.hears("nack");
            assertThat(nack.get("code").asText()).isEqualTo("rate_limited");
            assertThat(nack.get("retryable").asBoolean()).isTrue();
            assertThat(nack.get("retryAfterMs").asLong()).isBetween(1L, 1_000L);
            assertThat(alice.all("nack")).allMatch(n -> n.get("code").asText().equals("rate_limited"));
        }
    }

    @Test
    void who_does_not_listen_is_closed_with_4429() {
        try (var alice = Socket.greeted(TestTokens.user(206).sign())) {
            try {
                for (int i = 0; i < 2_000 && !alice.isClosed(); i++) {
                    alice.say("{'t':'dance'}");
                }
            } catch (java.util.concurrent.CompletionException closedMeanwhile) {
                // Expected: the gateway does not wait for the rest.
            }
            assertThat(alice.closeCode()).isEqualTo(4429);
        }
    }

    @Test
    void marks_are_gathered_to_the_furthest() throws Exception {
        try (var records = Records.fromNow(Topics.CURSOR);
                var alice = Socket.greeted(TestTokens.user(207).sign())) {
            for (int i = 1; i <= 9; i++) {
                alice.say("{'t':'cursor','conversationId':'1207','readSeq':" + i + "}");
            }
            alice.say("{'t':'cursor','conversationId':'1207','readSeq':3,'deliveredSeq':12}");

            var all = records.during(Duration.ofSeconds(2), "1207");
            assertThat(all).hasSizeBetween(1, 2);
            assertThat(json.readTree(all.getLast().value()).get("deliveredSeq").asLong())
                    .isEqualTo(12);
            assertThat(all.stream().mapToLong(record -> read(record.value())).max())
                    .hasValue(9);
            assertThat(all).allMatch(record -> record.value().contains("\"userId\":\"207\""));
        }
    }

    private long read(String move) {
        try {
            return json.readTree(move).path("readSeq").asLong();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_pull_is_answered_with_its_page_and_its_mark() {
        try (var alice = Socket.greeted(TestTokens.user(208).sign())) {
            alice.say("{'t':'pull','conversationId':'1208','afterSeq':3,'limit':20,'ref':'p\\u0041\\\"'}");
            JsonNode page = alice.hears("page");
            assertThat(page.get("ref").asText()).isEqualTo("pA\"");
            assertThat(page.get("conversationId").asText()).isEqualTo("1208");
            assertThat(page.at("/question/userId").asText()).isEqualTo("208");
            assertThat(page.at("/question/afterSeq").asLong()).isEqualTo(3);
            assertThat(page.at("/question/limit").asInt()).isEqualTo(20);
            assertThat(page.get("question").has("beforeSeq")).isFalse();
        }
    }

    @Test
    void a_pull_of_what_is_not_his_is_an_error_and_so_is_one_while_the_log_is_away() {
        try (var alice = Socket.greeted(TestTokens.user(209).sign())) {
            alice.say("{'t':'pull','conversationId':'404','afterSeq':0,'ref':'p1'}");
            assertThat(alice.hears("error").get("code").asText()).isEqualTo("not_found");
            FakeServices.INSTANCE.away(true);
            alice.say("{'t':'pull','conversationId':'7','afterSeq':0,'ref':'p2'}");
            var error = alice.hears(f -> f.path("re").asText().equals("p2"));
            assertThat(error.get("code").asText()).isEqualTo("unavailable");
        } finally {
            FakeServices.INSTANCE.away(false);
        }
    }

    @Test
    void pages_that_are_asked_for_too_many_at_once_are_refused_and_the_others_come() {
        try (var alice = Socket.greeted(TestTokens.user(211).sign())) {
            FakeServices.INSTANCE.slowly(true);
            for (int i = 0; i < 70; i++) {
                alice.say("{'t':'pull','conversationId':'7','afterSeq':0}");
            }
            await().until(() -> alice.all("error").size() == 6);
            assertThat(alice.all("error")).allMatch(e -> e.get("code").asText().equals("busy"));
            FakeServices.INSTANCE.slowly(false);
            await().until(() -> alice.all("page").size() == 64);
        } finally {
            FakeServices.INSTANCE.slowly(false);
        }
    }

    @Test
    void hints_and_moved_marks_reach_the_users_sockets() throws Exception {
        try (var says = new im.sparrow.testing.Says();
                var alice = Socket.greeted(TestTokens.user(210).sign())) {
            says.say(
                    Topics.USER_EVENT,
                    "210",
                    "{\"type\":\"hint\",\"userId\":\"210\",\"area\":\"friends\",\"version\":3}");
            assertThat(alice.hears("event"))
                    .isEqualTo(json.readTree("{\"t\":\"event\",\"area\":\"friends\",\"version\":3}"));
            says.say(
                    Topics.USER_EVENT,
                    "210",
                    "{\"type\":\"cursor\",\"userId\":\"210\",\"conversationId\":\"7\",\"readerId\":\"9\","
                            + "\"readSeq\":4,\"deliveredSeq\":5}");
            await().untilAsserted(() -> assertThat(alice.all("event").getLast())
                    .isEqualTo(json.readTree("{\"t\":\"event\",\"area\":\"cursor\",\"conversationId\":\"7\","
                            + "\"userId\":\"9\",\"readSeq\":4,\"deliveredSeq\":5}")));
        }
    }
}
