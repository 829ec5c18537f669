package im.sparrow.auth.secondfactor;

import static im.sparrow.auth.People.PASSWORD;
import static im.sparrow.auth.People.admin;
import static im.sparrow.auth.People.logIn;
import static im.sparrow.auth.People.post;
import static im.sparrow.auth.People.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import im.sparrow.auth.AuthTest;
import im.sparrow.auth.People.Person;
import im.sparrow.testing.TestDatabase;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;

@AuthTest
class SecondFactorTest {

    private record App(byte[] secret, List<String> recovery) {

        /** The code of a step from now; a later one is still good, and never used before. */
        String code(long later) {
            return Totp.code(secret, Totp.step(Instant.now()) + later);
        }
    }

    @Test
    void a_password_alone_lets_nobody_in_any_more() {
        var alice = registered();
        var app = turnedOn(alice);

        logIn(alice.username(), PASSWORD).statusCode(401).body("code", equalTo("second_factor_needed"));
        logInBy(alice, PASSWORD, "000000").statusCode(401).body("code", equalTo("credentials_wrong"));
        logIn(alice.username(), "guess").statusCode(401).body("code", equalTo("credentials_wrong"));
        logInBy(alice, PASSWORD, app.code(1)).statusCode(200);
    }

    @Test
    void a_code_is_good_once() {
        var alice = registered();
        var app = turnedOn(alice);
        String code = app.code(1);
        logInBy(alice, PASSWORD, code).statusCode(200);

        logInBy(alice, PASSWORD, code).statusCode(401).body("code", equalTo("credentials_wrong"));
    }

    @Test
    void a_recovery_code_is_good_once() {
        var alice = registered();
        var app = turnedOn(alice);
        assertThat(app.recovery())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
        String code = app.recovery().getFirst();

        logInBy(alice, PASSWORD, code.toUpperCase(Locale.ROOT).replace("-", " "))
                .statusCode(200);
        logInBy(alice, PASSWORD, code).statusCode(401);
        logInBy(alice, PASSWORD, app.recovery().get(1)).statusCode(200);
    }

    @Test
    void what_was_begun_and_not_confirmed_asks_for_nothing() {
        var alice = registered();
        begin(alice).statusCode(200);

        alice.asks()
                .body(Map.of("code", "000000"))
                .post("/api/v1/auth/second-factor/confirm")
                .then()
                .statusCode(401)
                .body("code", equalTo("credentials_wrong"));

        logIn(alice.username(), PASSWORD).statusCode(200);
        alice.asks().get("/api/v1/auth/second-factor").then().body("on", equalTo(false));
    }

    @Test
    void it_ends_by_a_code_and_not_without() {
        var alice = registered();
        var app = turnedOn(alice);
        begin(alice).statusCode(409).body("code", equalTo("conflict"));

        end(alice, "000000").statusCode(401);
        end(alice, app.code(1)).statusCode(204);

        logIn(alice.username(), PASSWORD).statusCode(200);
        end(alice, app.recovery().getFirst()).statusCode(401);
    }

    @Test
    void an_administrator_ends_what_somebody_has_lost() {
        var alice = registered();
        turnedOn(alice);
        alice.asks()
                .delete("/api/v1/admin/users/" + alice.id() + "/second-factor")
                .then()
                .statusCode(403);

        admin().asks()
                .delete("/api/v1/admin/users/" + alice.id() + "/second-factor")
                .then()
                .statusCode(204);
        admin().asks().delete("/api/v1/admin/users/1/second-factor").then().statusCode(404);

        logIn(alice.username(), PASSWORD).statusCode(200);
    }

    @Test
    void the_secret_is_not_stored_in_the_clear() throws SQLException {
        var alice = registered();
        var app = turnedOn(alice);

        try (var connection = new TestDatabase("sparrow_auth").connect();
                var row = connection
                        .createStatement()
                        .executeQuery("SELECT secret FROM second_factor WHERE account_id = " + alice.id())) {
            assertThat(row.next()).isTrue();
            assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String(app.secret(), StandardCharsets.ISO_8859_1));
        }
    }

    private static App turnedOn(Person person) {
        String secret = begin(person).statusCode(200).extract().path("secret");
        byte[] bytes = new Base32().decode(secret);
        List<String> recovery = person.asks()
                .body(Map.of("code", Totp.code(bytes, Totp.step(Instant.now()))))
                .post("/api/v1/auth/second-factor/confirm")
                .then()
                .statusCode(200)
                .extract()
                .path("recoveryCodes");
        return new App(bytes, recovery);
    }

    private static ValidatableResponse begin(Person person) {
        return person.asks().post("/api/v1/auth/second-factor").then();
    }

    private static ValidatableResponse end(Person person, String code) {
        return person.asks()
                .body(Map.of("code", code))
                .post("/api/v1/auth/second-factor/end")
                .then();
    }

    private static ValidatableResponse logInBy(Person person, String password, String code) {
        return post("/api/v1/auth/login", Map.of("username", person.username(), "password", password, "code", code));
    }
}
