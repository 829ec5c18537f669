package im.sparrow.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import im.sparrow.contracts.Topics;
import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.Records;
import im.sparrow.testing.Says;
import im.sparrow.testing.TestTokens;
import im.sparrow.testing.TokensResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands over REST; the test says what the log would say. */
@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(ServicesResource.class)
class RestTest {

    private static final String TEXT = "{\"type\":\"text\",\"body\":{\"text\":\"hi\"}}";

    private static final Executor CALLERS = Executors.newVirtualThreadPerTaskExecutor();

    private final Says says = new Says();

    @AfterEach
    void end() {
        says.close();
    }

    private static RequestSpecification as(long user) {
        return given().header("Authorization", "Bearer " + TestTokens.user(user).sign())
                .contentType("application/json");
    }

    private static CompletableFuture<Response> send(long user, long conversation, UUID id, String document) {
        return CompletableFuture.supplyAsync(
                () -> as(user).header("Idempotency-Key", id)
                        .body(document)
                        .post("/api/v1/conversations/" + conversation + "/messages"),
                CALLERS);
    }

    private void stored(long user, long conversation, UUID id) {
        says.say(
                Topics.MESSAGE_EVENT,
                "" + conversation,
                "{\"t\":\"message\",\"conversationId\":\"" + conversation
                        + "\",\"seq\":9,\"id\":\"77\",\"clientMsgId\":\"" + id
                        + "\",\"createdAt\":\"2026-01-01T00:00:00Z\"}",
                Map.of("k", "message", "s", "9", "u", "" + user, "x", id.toString()));
    }

    @Test
    void a_message_is_created_when_the_log_has_it() {
        var id = UUID.randomUUID();
        try (var records = Records.fromNow(Topics.MESSAGE_COMMAND)) {
            var call = send(401, 1401, id, TEXT);
            records.await("1401", 1);
            assertThat(call).isNotDone();
            stored(401, 1401, id);

            call.join()
                    .then()
                    .statusCode(201)
                    .body("id", equalTo("77"))
                    .body("seq", equalTo(9))
                    .body("createdAt", equalTo("2026-01-01T00:00:00Z"))
                    .body("t", equalTo(null));
        }
    }

    @Test
    void a_second_call_with_the_same_id_joins_the_wait() {
        var id = UUID.randomUUID();
        try (var records = Records.fromNow(Topics.MESSAGE_COMMAND)) {
            var first = send(402, 1402, id, TEXT);
            records.await("1402", 1);
            var second = send(402, 1402, id, TEXT);
            var other = send(402, 1402, id, TEXT.replace("hi", "ho"));
            other.join().then().statusCode(409).body("code", equalTo("in_progress"));
            stored(402, 1402, id);

            first.join().then().statusCode(201);
            second.join().then().statusCode(201);
            assertThat(records.during(Duration.ofMillis(300), "1402")).hasSize(1);
        }
    }

    @Test
    void without_an_outcome_the_call_is_to_be_repeated_and_the_repeat_hears_it() {
        var id = UUID.randomUUID();
        try (var records = Records.fromNow(Topics.MESSAGE_COMMAND)) {
            send(403, 1403, id, TEXT)
                    .join()
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("code", equalTo("unavailable"))
                    .body("retryable", equalTo(true));
            var again = send(403, 1403, id, TEXT);
            await().pollDelay(Duration.ofMillis(500)).until(() -> true);
            stored(403, 1403, id);

            again.join().then().statusCode(201);
            assertThat(records.during(Duration.ofMillis(300), "1403")).hasSize(1);
        }
    }

    @Test
    void what_the_log_refuses_is_the_calls_problem() {
        var id = UUID.randomUUID();
        try (var records = Records.fromNow(Topics.MESSAGE_COMMAND)) {
            var call = send(404, 1404, id, TEXT);
            records.await("1404", 1);
            says.say(
                    Topics.MESSAGE_EVENT,
                    "1404",
                    "{\"t\":\"nack\",\"clientMsgId\":\"" + id + "\",\"code\":\"muted_member\",\"detail\":\"Muted.\","
                            + "\"retryable\":false,\"until\":\"2099-01-01T00:00:00Z\"}",
                    Map.of("k", "nack", "to", "404", "x", id.toString()));

            call.join()
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("code", equalTo("muted_member"))
                    .body("until", equalTo("2099-01-01T00:00:00Z"));
        }
    }

    @Test
    void the_outcome_of_anothers_command_with_the_same_id_is_not_his() {
        var id = UUID.randomUUID();
        try (var records = Records.fromNow(Topics.MESSAGE_COMMAND)) {
            var call = send(405, 1405, id, TEXT);
            records.await("1405", 1);
            stored(999, 1405, id);

            call.join().then().statusCode(503);
        }
    }

    @Test
    void a_recall_is_answered_with_the_change() {
        var id = UUID.randomUUID();
        try (var records = Records.fromNow(Topics.MESSAGE_COMMAND)) {
            var call = CompletableFuture.supplyAsync(
                    () -> as(406).header("Idempotency-Key", id).post("/api/v1/conversations/1406/messages/3/recall"),
                    CALLERS);
            assertThat(records.await("1406", 1).getFirst().value()).contains("\"type\":\"recall\"", "\"seq\":3");
            says.say(
                    Topics.MESSAGE_EVENT,
                    "1406",
                    "{\"t\":\"change\",\"seq\":3,\"changeSeq\":1}",
                    Map.of("k", "change", "s", "3", "c", "1", "u", "406", "x", id.toString()));

            call.join().then().statusCode(200).body("changeSeq", equalTo(1));
        }
    }

    @Test
    void a_mark_is_taken_when_the_broker_has_it() {
        try (var records = Records.fromNow(Topics.CURSOR)) {
            as(407).body("{\"readSeq\":5}")
                    .put("/api/v1/conversations/1407/cursor")
                    .then()
                    .statusCode(202);

            assertThat(records.await("1407", 1).getFirst().value()).contains("\"readSeq\":5", "\"userId\":\"407\"");
        }
    }

    @Test
    void what_is_wrong_in_the_call_itself_is_refused_by_field() {
        var id = UUID.randomUUID();
        send(409, 1409, id, "{\"type\":\"text\",\"body\":{\"text\":\" \"}}")
                .join()
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid_body"))
                .body("errors.pointer", hasItem("/body/text"));
        send(409, 1409, id, "{\"type\":\"video\",\"body\":{}}")
                .join()
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown_type"));
        send(409, 1409, id, "[]").join().then().statusCode(400).body("code", equalTo("malformed"));
        send(409, 1409, id, "{").join().then().statusCode(400).body("code", equalTo("malformed"));
        as(409).body(TEXT)
                .post("/api/v1/conversations/1409/messages")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("Idempotency-Key"));
        as(409).header("Idempotency-Key", "1")
                .body(TEXT)
                .post("/api/v1/conversations/1409/messages")
                .then()
                .statusCode(422);
        as(409).header("Idempotency-Key", id)
                .body(TEXT)
                .post("/api/v1/conversations/x/messages")
                .then()
                .statusCode(404);
        as(409).header("Idempotency-Key", id)
                .post("/api/v1/conversations/7/messages/0/recall")
                .then()
                .statusCode(404);
        as(409).body("{}").put("/api/v1/conversations/7/cursor").then().statusCode(422);
    }

    @Test
    void nobody_sends_without_a_token_of_a_person() {
        given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(TEXT)
                .post("/api/v1/conversations/7/messages")
                .then()
                .statusCode(401)
                .body("code", equalTo("token_missing"));
        given().contentType("application/json")
                .header("Authorization", "Bearer " + TestTokens.forged(410).sign())
                .header("Idempotency-Key", UUID.randomUUID())
                .body(TEXT)
                .post("/api/v1/conversations/7/messages")
                .then()
                .statusCode(401)
                .body("code", equalTo("token_invalid"));
        given().contentType("application/json")
                .header(
                        "Authorization",
                        "Bearer " + TestTokens.service("gateway").sign())
                .header("Idempotency-Key", UUID.randomUUID())
                .body(TEXT)
                .post("/api/v1/conversations/7/messages")
                .then()
                .statusCode(403)
                .body("code", equalTo("right_missing"));
    }
}
