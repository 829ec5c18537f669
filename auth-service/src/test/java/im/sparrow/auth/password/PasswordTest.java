package im.sparrow.auth.password;

import static im.sparrow.auth.People.PASSWORD;
import static im.sparrow.auth.People.admin;
import static im.sparrow.auth.People.freshName;
import static im.sparrow.auth.People.logIn;
import static im.sparrow.auth.People.loggedIn;
import static im.sparrow.auth.People.post;
import static im.sparrow.auth.People.refresh;
import static im.sparrow.auth.People.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import im.sparrow.auth.AuthTest;
import im.sparrow.auth.People.Person;
import im.sparrow.testing.TestDatabase;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

@AuthTest
class PasswordTest {

    private static final String OTHER = "another walk in the park";

    @Test
    void another_password_ends_every_session_but_this_one() {
        var here = registered();
        var there = loggedIn(here.username(), PASSWORD);

        change(here, PASSWORD, OTHER).statusCode(204);

        refresh(there.refreshToken()).statusCode(401);
        await().untilAsserted(() ->
                there.asks().get("/api/v1/users/me").then().statusCode(401).body("code", equalTo("token_stale")));
        here.asks().get("/api/v1/users/me").then().statusCode(200);
        logIn(here.username(), PASSWORD).statusCode(401);
        logIn(here.username(), OTHER).statusCode(200);
    }

    @Test
    void who_does_not_know_the_present_one_chooses_no_other() {
        var alice = registered();

        change(alice, "guess", OTHER).statusCode(401).body("code", equalTo("credentials_wrong"));

        logIn(alice.username(), PASSWORD).statusCode(200);
    }

    @Test
    void one_that_is_tried_first_is_refused_everywhere() {
        var alice = registered();
        String link = link(alice);

        change(alice, PASSWORD, "password1").statusCode(422).body("errors.pointer", contains("/password"));
        post("/api/v1/auth/register", Map.of("username", freshName(), "password", "password1"))
                .statusCode(422)
                .body("errors.pointer", contains("/password"));
        reset(link, "password1").statusCode(422).body("errors.pointer", contains("/password"));
        post("/api/v1/auth/password/reset", Map.of("password", OTHER))
                .statusCode(422)
                .body("errors.pointer", contains("/token"));
        reset(link, OTHER).statusCode(204);
    }

    @Test
    void a_link_is_good_once_and_ends_every_session() {
        var alice = registered();
        String link = link(alice);

        reset(link, OTHER).statusCode(204);

        refresh(alice.refreshToken()).statusCode(401);
        logIn(alice.username(), OTHER).statusCode(200);
        reset(link, PASSWORD).statusCode(401).body("code", equalTo("credentials_wrong"));
    }

    @Test
    void only_the_newest_link_is_good_and_none_that_is_too_old() throws SQLException {
        var alice = registered();
        String first = link(alice);
        String second = link(alice);

        reset(first, OTHER).statusCode(401);
        update("UPDATE password_reset SET expires_at = '2020-01-01' WHERE account_id = " + alice.id());
        reset(second, OTHER).statusCode(401);
        reset("nonsense", OTHER).statusCode(401);
    }

    @Test
    void a_link_is_an_administrators_to_give_and_not_stored() throws SQLException {
        var alice = registered();
        alice.asks()
                .post("/api/v1/admin/users/" + alice.id() + "/password-reset")
                .then()
                .statusCode(403);
        admin().asks().post("/api/v1/admin/users/9/password-reset").then().statusCode(404);

        String link = link(alice);
        try (var connection = new TestDatabase("sparrow_auth").connect();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT HEX(token_hash) FROM password_reset WHERE account_id = " + alice.id())) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).hasSize(64);
            assertThat(link).hasSizeGreaterThan(40);
        }
    }

    @Test
    void a_cheaper_hash_is_made_again_at_the_next_log_in() throws SQLException {
        var alice = registered();
        String cheap =
                Argon2.of(PASSWORD, "sixteen bytes ok".getBytes(), 8_192, 1).toString();
        update("UPDATE account SET password_hash = '" + cheap + "' WHERE id = " + alice.id());

        logIn(alice.username(), PASSWORD).statusCode(200);

        assertThat(stored(alice)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        logIn(alice.username(), PASSWORD).statusCode(200);
    }

    private static ValidatableResponse change(Person person, String current, String password) {
        return person.asks()
                .body(Map.of("current", current, "password", password))
                .post("/api/v1/auth/password")
                .then();
    }

    private static String link(Person person) {
        return admin().asks()
                .post("/api/v1/admin/users/" + person.id() + "/password-reset")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    private static ValidatableResponse reset(String token, String password) {
        return post("/api/v1/auth/password/reset", Map.of("token", token, "password", password));
    }

    private static void update(String sql) throws SQLException {
        try (var connection = new TestDatabase("sparrow_auth").connect();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private static String stored(Person person) throws SQLException {
        try (var connection = new TestDatabase("sparrow_auth").connect();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT password_hash FROM account WHERE id = " + person.id())) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
