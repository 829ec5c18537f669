package im.sparrow.auth.github;

import static im.sparrow.auth.People.PASSWORD;
import static im.sparrow.auth.People.post;
import static im.sparrow.auth.People.registered;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import im.sparrow.auth.AuthTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without an application's id and secret there is no such way. */
@AuthTest
class GitHubOffTest {

    @Test
    void the_page_is_told() {
        given().get("/api/v1/auth/registration").then().statusCode(200).body("github", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/link", "/callback", "/callback?code=a&state=b"})
    void there_is_no_such_way(String path) {
        String whole = "/api/v1/auth/github" + path;
        given().redirects().follow(false).get(whole).then().statusCode(404).body("code", equalTo("not_found"));
        registered().asks().redirects().follow(false).get(whole).then().statusCode(404);
    }

    @Test
    void nothing_is_finished_or_linked() {
        var alice = registered();

        post("/api/v1/auth/github/finish", Map.of()).statusCode(404);
        alice.asks()
                .body(Map.of("password", PASSWORD))
                .post("/api/v1/users/me/identities/github")
                .then()
                .statusCode(404);
        alice.asks().get("/api/v1/users/me/identities").then().statusCode(200).body("items", empty());
    }
}
