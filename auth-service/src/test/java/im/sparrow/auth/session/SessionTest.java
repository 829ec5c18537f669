package im.sparrow.auth.session;

import static im.sparrow.auth.People.PASSWORD;
import static im.sparrow.auth.People.loggedIn;
import static im.sparrow.auth.People.post;
import static im.sparrow.auth.People.refresh;
import static im.sparrow.auth.People.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import im.sparrow.auth.AuthTest;
import im.sparrow.contracts.Topics;
import im.sparrow.testing.Records;
import java.util.Map;
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
