package im.sparrow.auth.session;

import static im.sparrow.auth.People.PASSWORD;
import static im.sparrow.auth.People.admin;
import static im.sparrow.auth.People.loggedIn;
import static im.sparrow.auth.People.post;
import static im.sparrow.auth.People.refresh;
import static im.sparrow.auth.People.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import im.sparrow.auth.AuthTest;
import im.sparrow.auth.People.Person;
import im.sparrow.contracts.Topics;
import im.sparrow.testing.Records;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@AuthTest
class SessionTest {

    @Test
    void shows_where_i_am_logged_in() {
        var alice = registered();
        var body = Map.of("username", alice.username(), "password", PASSWORD, "deviceId", "d1", "deviceName", "Tablet");
        String second = post("/api/v1/auth/login", body).extract().path("sessionId");

        alice.asks()
                .get("/api/v1/users/me/sessions")
                .then()
                .statusCode(200)
                .body("items.id", contains(second, alice.sessionId()))
                .body("items.current", contains(false, true))
                .body("items[0].deviceName", equalTo("Tablet"))
                .body("items[0].deviceId", equalTo("d1"));
    }

    @Test
    void an_ended_session_is_refused_everywhere_and_announced() {
        try (var revocations = Records.fromNow(Topics.REVOCATION);
                var hints = Records.fromNow(Topics.USER_EVENT)) {
            var alice = registered();
            var second = loggedIn(alice.username(), PASSWORD);

            alice.asks()
                    .delete("/api/v1/users/me/sessions/" + second.sessionId())
                    .then()
                    .statusCode(204);

            refresh(second.refreshToken()).statusCode(401).body("code", equalTo("token_invalid"));
            await().untilAsserted(() ->
                    second.asks().get("/api/v1/users/me").then().statusCode(401).body("code", equalTo("token_stale")));
            assertThat(revocations.await(second.sessionId(), 1).getFirst().value())
                    .contains("\"type\":\"session\"");
            assertThat(hints.await(alice.id(), 1).getFirst().value()).contains("\"area\":\"sessions\"");
            alice.asks().get("/api/v1/users/me").then().statusCode(200);
        }
    }

    @Test
    void five_devices_at_once_and_all_others_end_together() {
        var alice = registered();
        List<Person> others = IntStream.range(0, 4)
                .mapToObj(each -> loggedIn(alice.username(), PASSWORD))
                .toList();
        alice.asks().get("/api/v1/users/me/sessions").then().body("items", hasSize(5));

        alice.asks().delete("/api/v1/users/me/sessions").then().statusCode(204);

        others.forEach(other -> refresh(other.refreshToken()).statusCode(401));
        alice.asks().get("/api/v1/users/me/sessions").then().body("items.id", contains(alice.sessionId()));
        refresh(alice.refreshToken()).statusCode(200);
    }

    @Test
    void a_device_that_was_never_seen_is_told_of_and_one_that_was_is_not() {
        try (var hints = Records.fromNow(Topics.USER_EVENT)) {
            var alice = registered();
            logIn(alice, "tablet");
            assertThat(hints.await(alice.id(), 2))
                    .extracting(ConsumerRecord::value)
                    .satisfiesExactly(
                            hint -> assertThat(hint).contains("\"area\":\"sessions\""),
                            hint -> assertThat(hint).contains("\"area\":\"new_device\""));

            logIn(alice, "tablet");

            assertThat(hints.await(alice.id(), 3).getLast().value()).contains("\"area\":\"sessions\"");
            assertThat(hints.during(Duration.ofMillis(300), alice.id())).hasSize(3);
        }
    }

    @Test
    void an_administrator_sees_and_ends_somebodys_sessions() {
        var alice = registered();
        var second = loggedIn(alice.username(), PASSWORD);
        String path = "/api/v1/admin/users/" + alice.id() + "/sessions";
        alice.asks().get(path).then().statusCode(403);
        var admin = admin();
        admin.asks()
                .get(path)
                .then()
                .statusCode(200)
                .body("items.id", contains(second.sessionId(), alice.sessionId()))
                .body("items.current", contains(false, false));

        admin.asks().delete(path + "/" + second.sessionId()).then().statusCode(204);
        refresh(second.refreshToken()).statusCode(401);
        refresh(alice.refreshToken()).statusCode(200);
        admin.asks().delete(path).then().statusCode(204);
        admin.asks().get(path).then().body("items", empty());
    }

    @Test
    void the_sessions_of_nobody_are_not_found() {
        var admin = admin();

        for (String nobody : List.of("1", "9223372036854775807")) {
            String path = "/api/v1/admin/users/" + nobody + "/sessions";
            admin.asks().get(path).then().statusCode(404).body("code", equalTo("not_found"));
            admin.asks().delete(path).then().statusCode(404).body("code", equalTo("not_found"));
        }
    }

    private static void logIn(Person person, String deviceId) {
        var body = Map.of("username", person.username(), "password", PASSWORD, "deviceId", deviceId);
        post("/api/v1/auth/login", body).statusCode(200);
    }

    @Test
    void nobody_ends_anothers_session() {
        var alice = registered();
        var bob = registered();

        bob.asks()
                .delete("/api/v1/users/me/sessions/" + alice.sessionId())
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"));

        refresh(alice.refreshToken()).statusCode(200);
    }
}
