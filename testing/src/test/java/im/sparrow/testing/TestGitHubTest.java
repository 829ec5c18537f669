package im.sparrow.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestGitHubTest {

    private static final String CALLBACK = "https://chat.example/callback";
    private static final String VERIFIER = "a-verifier-of-forty-three-characters-or-more-0123";

    private final TestGitHub github = TestGitHub.start(CALLBACK);
    private final String ada = TestGitHub.person(github.url(), 7, "ada", "Ada");

    @AfterEach
    void ends() {
        github.close();
    }

    @Test
    void who_shows_everything_right_hears_who_it_is() throws Exception {
        String token = token(code(), Map.of()).extract().path("access_token");

        given().header("Authorization", "Bearer " + token)
                .get(github.url() + "/user")
                .then()
                .statusCode(200)
                .body("id", equalTo(7))
                .body("login", equalTo("ada"));
        given().header("Authorization", "Bearer other")
                .get(github.url() + "/user")
                .then()
                .statusCode(401);
    }

    @Test
    void another_address_gets_no_code() throws Exception {
        var answer = authorize(Map.of("redirect_uri", "https://evil.example/callback"));

        assertThat(answer).isEqualTo(URI.create(CALLBACK + "?error=redirect_uri_mismatch&state=s1"));
    }

    @Test
    void a_code_is_good_once() throws Exception {
        String code = code();
        token(code, Map.of()).body("token_type", equalTo("bearer"));

        token(code, Map.of()).body("error", equalTo("bad_verification_code"));
    }

    @Test
    void a_missing_and_another_verifier_are_refused() throws Exception {
        token(code(), Map.of("code_verifier", "")).body("error", equalTo("bad_verification_code"));
        token(code(), Map.of("code_verifier", VERIFIER + "x")).body("error", equalTo("bad_verification_code"));
    }

    @Test
    void another_secret_and_another_client_are_refused() throws Exception {
        token(code(), Map.of("client_secret", "guess")).body("error", equalTo("incorrect_client_credentials"));
        token(code(), Map.of("client_id", "guess")).body("error", equalTo("incorrect_client_credentials"));
    }

    @Test
    void a_code_is_good_for_the_address_it_was_given_for() throws Exception {
        token(code(), Map.of("redirect_uri", "https://evil.example/callback"))
                .body("error", equalTo("redirect_uri_mismatch"));
    }

    private String code() throws Exception {
        return authorize(Map.of()).getQuery().replaceFirst("^code=([^&]+)&state=s1$", "$1");
    }

    private URI authorize(Map<String, String> other) throws Exception {
        var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        Map<String, String> asked = new HashMap<>(Map.of(
                "client_id",
                TestGitHub.CLIENT_ID,
                "redirect_uri",
                CALLBACK,
                "state",
                "s1",
                "code_challenge",
                Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                "code_challenge_method",
                "S256"));
        asked.putAll(other);
        return URI.create(given().queryParams(asked)
                .cookie(TestGitHub.COOKIE, TestGitHub.cookie(ada))
                .redirects()
                .follow(false)
                .get(github.url() + "/login/oauth/authorize")
                .then()
                .statusCode(302)
                .extract()
                .header("Location"));
    }

    private ValidatableResponse token(String code, Map<String, String> other) {
        Map<String, String> asked = new HashMap<>(Map.of(
                "client_id",
                TestGitHub.CLIENT_ID,
                "client_secret",
                TestGitHub.CLIENT_SECRET,
                "redirect_uri",
                CALLBACK,
                "code",
                code,
                "code_verifier",
                VERIFIER));
        asked.putAll(other);
        return given().formParams(asked)
                .post(github.url() + "/login/oauth/access_token")
                .then()
                .statusCode(200);
    }
}
