package im.sparrow.auth.sanction;

import static im.sparrow.auth.People.PASSWORD;
import static im.sparrow.auth.People.admin;
import static im.sparrow.auth.People.impose;
import static im.sparrow.auth.People.logIn;
import static im.sparrow.auth.People.loggedIn;
import static im.sparrow.auth.People.refresh;
import static im.sparrow.auth.People.registered;
import static im.sparrow.auth.People.setRoles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import im.sparrow.auth.AuthTest;
import im.sparrow.auth.People.Person;
import im.sparrow.contracts.Topics;
import im.sparrow.testing.Records;
import im.sparrow.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

@AuthTest
class SanctionTest {

    @Test
    void a_muted_person_sees_why_and_until_when_and_so_does_his_token() throws Exception {
        var bob = registered();
        Instant end = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

        impose(admin(), bob.id(), "mute", "spam", end).statusCode(201).body("state", equalTo("live"));

        var muted = loggedIn(bob.username(), PASSWORD);
        muted.asks()
                .get("/api/v1/users/me/rights")
                .then()
                .body("items.find { it.right == 'speak' }.held", equalTo(false))
                .body("items.find { it.right == 'speak' }.grantedBy", contains("user"))
                .body("items.find { it.right == 'speak' }.sanctions.reason", contains("spam"))
                .body("items.find { it.right == 'speak' }.until", equalTo(end.toString()))
                .body("items.find { it.right == 'login' }.held", equalTo(true));
        var claims = claims(muted);
        assertThat(claims.getStringListClaimValue("groups"))
                .doesNotContain("speak")
                .contains("login");
        assertThat(claims.getClaimValue("until", Long.class)).isEqualTo(end.getEpochSecond());
    }

    @Test
    void a_banned_person_is_out_and_hears_why_only_with_the_right_password() {
        try (var revocations = Records.fromNow(Topics.REVOCATION)) {
            var bob = registered();
            Instant end = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

            impose(admin(), bob.id(), "ban", "fraud", end).statusCode(201);

            assertThat(revocations.await(bob.id(), 1).getFirst().value())
                    .contains("\"type\":\"user\"", "\"ver\":2", "\"banned\":true");
            logIn(bob.username(), PASSWORD)
                    .statusCode(403)
                    .body("code", equalTo("right_missing"))
                    .body("detail", containsString("fraud"))
                    .body("reason", equalTo("fraud"))
                    .body("until", equalTo(end.toString()));
            logIn(bob.username(), "not his password")
                    .statusCode(401)
                    .body("detail", equalTo("User name or password is wrong."))
                    .body("until", nullValue());
            refresh(bob.refreshToken()).statusCode(403).body("detail", containsString("fraud"));
            await().untilAsserted(() ->
                    bob.asks().get("/api/v1/users/me").then().statusCode(401).body("code", equalTo("token_stale")));
        }
    }

    @Test
    void begins_and_ends_by_itself_at_its_second() {
        try (var revocations = Records.fromNow(Topics.REVOCATION)) {
            var bob = registered();
            Instant begin = Instant.now().plus(Duration.ofMillis(1_500));
            Instant end = begin.plus(Duration.ofMillis(1_700));
            admin().asks()
                    .body(Map.of("kind", "mute", "reason", "x", "beginsAt", begin.toString(), "endsAt", end.toString()))
                    .post("/api/v1/admin/users/" + bob.id() + "/sanctions")
                    .then()
                    .statusCode(201)
                    .body("state", equalTo("pending"));

            var both = revocations.await(bob.id(), 2);

            assertThat(both)
                    .extracting(each -> each.value().contains("\"banned\":false"))
                    .containsOnly(true);
            assertThat(Instant.ofEpochMilli(both.get(0).timestamp()))
                    .isBetween(begin.minusMillis(1), begin.plusSeconds(1));
            assertThat(Instant.ofEpochMilli(both.get(1).timestamp())).isBetween(end.minusMillis(1), end.plusSeconds(1));
            refresh(bob.refreshToken()).statusCode(200);
            assertThat(history(bob)).containsExactly("over");
        }
    }

    @Test
    void what_was_missed_while_nothing_ran_is_done_at_the_next_look() throws Exception {
        var bob = registered();
        Instant end = Instant.now().plus(1, ChronoUnit.HOURS);
        impose(admin(), bob.id(), "mute", "x", end).statusCode(201);
        try (var connection = new TestDatabase("sparrow_auth").connect();
                var past =
                        connection.prepareStatement("UPDATE sanction SET ends_at = UTC_TIMESTAMP(6) - INTERVAL 1 HOUR,"
                                + " due_at = UTC_TIMESTAMP(6) - INTERVAL 1 HOUR WHERE account_id = ?")) {
            past.setString(1, bob.id());
            assertThat(past.executeUpdate()).isEqualTo(1);
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(history(bob)).containsExactly("over"));

        admin().asks().get("/api/v1/admin/users/" + bob.id() + "/roles").then().body("ver", equalTo(3));
    }

    @Test
    void a_lifted_ban_lets_him_in_again_with_the_token_he_kept() {
        var bob = registered();
        String id = impose(admin(), bob.id(), "ban", "a mistake", null)
                .statusCode(201)
                .extract()
                .path("id");
        refresh(bob.refreshToken()).statusCode(403);

        String path = "/api/v1/admin/users/" + bob.id() + "/sanctions/" + id;
        admin().asks().delete(path).then().statusCode(204);
        admin().asks().delete(path).then().statusCode(204);

        refresh(bob.refreshToken()).statusCode(200);
        assertThat(history(bob)).containsExactly("lifted");
    }

    @Test
    void a_mute_that_only_somebody_can_lift_has_no_end_in_the_token() throws Exception {
        var bob = registered();
        impose(admin(), bob.id(), "mute", "x", null).statusCode(201).body("endsAt", nullValue());

        assertThat(claims(loggedIn(bob.username(), PASSWORD)).hasClaim("until")).isFalse();
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        var bob = registered();

        admin().asks()
                .body(Map.of("reason", " ", "endsAt", "2020-01-01T00:00:00Z"))
                .post("/api/v1/admin/users/" + bob.id() + "/sanctions")
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/kind", "/reason", "/endsAt"));
        impose(admin(), "9", "mute", "x", null).statusCode(404).body("code", equalTo("not_found"));
    }

    @Test
    void the_last_administrator_is_not_banned_now_or_later() {
        var admin = admin();

        impose(admin, admin.id(), "ban", "x", null).statusCode(409).body("code", equalTo("last_administrator"));
        admin.asks()
                .body(Map.of(
                        "kind",
                        "ban",
                        "reason",
                        "x",
                        "beginsAt",
                        Instant.now().plusSeconds(60).toString()))
                .post("/api/v1/admin/users/" + admin.id() + "/sanctions")
                .then()
                .statusCode(409)
                .body("code", equalTo("last_administrator"));
        assertThat(history(admin)).isEmpty();
    }

    @Test
    void a_banned_administrator_does_not_count_as_one() {
        var admin = admin();
        var second = registered();
        setRoles(admin, second.id(), Set.of("1")).statusCode(200);
        impose(admin, second.id(), "ban", "x", null).statusCode(201);

        setRoles(admin, admin.id(), Set.of("2")).statusCode(409).body("code", equalTo("last_administrator"));

        setRoles(admin, second.id(), Set.of("2")).statusCode(200);
    }

    @Test
    void nobody_but_an_administrator_imposes() {
        var bob = registered();

        impose(bob, bob.id(), "mute", "x", null).statusCode(403).body("code", equalTo("right_missing"));
    }

    private static List<String> history(Person user) {
        return admin().asks()
                .get("/api/v1/admin/users/" + user.id() + "/sanctions")
                .then()
                .statusCode(200)
                .body("items", notNullValue())
                .extract()
                .path("items.state");
    }

    private static JwtClaims claims(Person user) throws Exception {
        byte[] body = Base64.getUrlDecoder().decode(user.accessToken().split("\\.", -1)[1]);
        return JwtClaims.parse(new String(body, StandardCharsets.UTF_8));
    }
}
