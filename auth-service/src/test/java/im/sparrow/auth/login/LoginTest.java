package im.sparrow.auth.login;

import static im.sparrow.auth.People.PASSWORD;
import static im.sparrow.auth.People.freshName;
import static im.sparrow.auth.People.logIn;
import static im.sparrow.auth.People.loggedIn;
import static im.sparrow.auth.People.post;
import static im.sparrow.auth.People.refresh;
import static im.sparrow.auth.People.register;
import static im.sparrow.auth.People.registered;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import im.sparrow.auth.AuthTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@AuthTest
class LoginTest {

    @Test
    void who_registers_is_in() {
        var alice = registered();

        alice.asks()
                .get("/api/v1/users/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(alice.id()))
                .body("username", equalTo(alice.username()))
                .body("nickname", equalTo(alice.username()))
                .body("findable", equalTo(true));
    }

    @Test
    void who_registered_can_log_in_under_any_spelling_of_the_name() {
        var alice = registered();

        assertThat(loggedIn(alice.username().toUpperCase(Locale.ROOT), PASSWORD).id())
                .isEqualTo(alice.id());
    }

    @Test
    void a_taken_name_is_refused() {
        var alice = registered();

        register(alice.username()).statusCode(409).body("code", equalTo("name_taken"));
    }

    @Test
    void a_name_that_looks_like_a_taken_one_is_refused() {
        String name = freshName() + "l";
        register(name).statusCode(201);

        register(name.substring(0, name.length() - 1) + "1").statusCode(409).body("code", equalTo("name_taken"));
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        post(
                        "/api/v1/auth/register",
                        Map.of("username", "a b", "password", "short", "nickname", "x\u202ey", "deviceId", "?"))
                .statusCode(422)
                .body("code", equalTo("invalid_body"))
                .body("errors.pointer", containsInAnyOrder("/username", "/password", "/nickname", "/deviceId"));
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
        var alice = registered();

        var wrong = logIn(alice.username(), "wrong password")
                .statusCode(401)
                .extract()
                .asString();
        var unknown = logIn(freshName(), PASSWORD).statusCode(401).extract().asString();

        assertThat(wrong).isEqualTo(unknown).contains("\"credentials_wrong\"");
    }

    @Test
    void guessing_is_slowed_down_and_says_for_how_long() {
        var alice = registered();
        IntStream.range(0, 5).forEach(i -> logIn(alice.username(), "guess").statusCode(401));

        logIn(alice.username(), PASSWORD)
                .statusCode(429)
                .body("code", equalTo("rate_limited"))
                .body("retryable", equalTo(true))
                .header("Retry-After", notNullValue());
    }

    @Test
    void guessing_at_one_does_not_lock_another_out() {
        var alice = registered();
        var bob = registered();
        IntStream.range(0, 5).forEach(i -> logIn(alice.username(), "guess").statusCode(401));

        logIn(bob.username(), PASSWORD).statusCode(200);
    }

    @Test
    void a_banned_account_is_refused_only_after_the_right_password() {
        logIn("disabled", "123456").statusCode(403).body("code", equalTo("right_missing"));
        logIn("disabled", "1234567").statusCode(401).body("code", equalTo("credentials_wrong"));
    }

    @Test
    void a_browser_gets_its_refresh_token_where_no_script_can_read_it() {
        var alice = registered();
        var answer = given().contentType(ContentType.JSON)
                .header("Sparrow-Refresh", "cookie")
                .body(Map.of("username", alice.username(), "password", PASSWORD))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("refreshToken", nullValue())
                .extract();

        assertThat(answer.header("Set-Cookie"))
                .startsWith("sparrow-refresh=")
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/");

        given().header("Sparrow-Refresh", "cookie")
                .cookie("sparrow-refresh", answer.cookie("sparrow-refresh"))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(200)
                .body("accessToken", notNullValue())
                .body("refreshToken", nullValue());
    }

    @Test
    void a_cookie_alone_is_not_looked_at() {
        given().cookie("sparrow-refresh", registered().refreshToken())
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401)
                .body("code", equalTo("token_missing"));
    }

    @Test
    void logging_out_by_cookie_takes_the_cookie_away() {
        var alice = registered();

        given().header("Sparrow-Refresh", "cookie")
                .cookie("sparrow-refresh", alice.refreshToken())
                .post("/api/v1/auth/logout")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsString("Max-Age=0"));

        refresh(alice.refreshToken()).statusCode(401);
    }

    @Test
    void who_has_only_an_access_token_can_log_out() {
        var alice = registered();

        alice.asks().post("/api/v1/auth/logout").then().statusCode(204);

        refresh(alice.refreshToken()).statusCode(401);
    }

    @Test
    void nobody_is_logged_out_without_a_proof() {
        given().post("/api/v1/auth/logout").then().statusCode(401).body("code", equalTo("token_missing"));
    }

    @Test
    void registering_again_under_the_same_key_lets_the_same_person_in() {
        var body = Map.of("username", freshName(), "password", PASSWORD);
        String key = UUID.randomUUID().toString();
        String first = registering(body, key).statusCode(201).extract().path("userId");

        registering(body, key).statusCode(201).body("userId", equalTo(first));
        registering(Map.of("username", body.get("username"), "password", "another password"), key)
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
        registering(Map.of("username", freshName(), "password", PASSWORD), key)
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
    }

    private static ValidatableResponse registering(Map<String, String> body, String key) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/auth/register")
                .then();
    }
}
