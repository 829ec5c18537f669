package im.sparrow.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.TokensResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other origins: one is listed. */
@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(ServicesResource.class)
class CrossOriginTest {

    private static final String LISTED = "https://app.example.org";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private static ValidatableResponse preflight(String origin, String path) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                .options(path)
                .then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users/me", "/api/v1/groups", "/api/v1/conversations/7/cursor"})
    void a_listed_page_is_told_what_it_may_ask(String path) {
        var answer = preflight(LISTED, path).statusCode(204).header(ALLOWED, LISTED);

        assertThat(Set.of(
                        answer.extract().header("Access-Control-Allow-Methods").split(",", -1)))
                .containsExactlyInAnyOrder("GET", "POST", "PUT", "PATCH", "DELETE");
        assertThat(Set.of(
                        answer.extract().header("Access-Control-Allow-Headers").split(",", -1)))
                .containsExactlyInAnyOrder("Authorization", "Content-Type", "Idempotency-Key");
        answer.header("Access-Control-Allow-Credentials", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.org",
                "http://app.example.org",
                "https://app.example.org:8443",
                "https://app.example.org.evil.example",
                "https://app.example.org/",
                "null"
            })
    void any_other_page_is_told_nothing(String origin) {
        preflight(origin, "/api/v1/users/me").header(ALLOWED, nullValue());
        given().header("Origin", origin)
                .get("/api/v1/limits")
                .then()
                .statusCode(200)
                .header(ALLOWED, nullValue());
    }

    @Test
    void a_listed_page_can_read_answers_and_refusals_of_services_and_gateway() {
        FakeServices.INSTANCE.serve("/api/v1/reports", exchange -> FakeServices.Reply.json("{}"));
        given().header("Origin", LISTED)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/reports")
                .then()
                .statusCode(200)
                .header(ALLOWED, LISTED);
        given().header("Origin", LISTED)
                .get("/api/v1/limits")
                .then()
                .statusCode(200)
                .header(ALLOWED, LISTED);
        given().header("Origin", LISTED)
                .delete("/api/v1/conversations")
                .then()
                .statusCode(405)
                .header(ALLOWED, LISTED);
    }

    @Test
    void who_names_no_origin_is_served_as_ever() {
        given().get("/api/v1/limits").then().statusCode(200).header(ALLOWED, nullValue());
    }
}
