package im.sparrow.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@AuthTest
class HealthTest {

    @ConfigProperty(name = "quarkus.management.port")
    int management;

    @Test
    void is_ready_with_keys_and_revocations_and_says_so_at_its_own_door() {
        given().port(management)
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("identity"));
        given().port(management).get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory"));
        given().get("/q/health/ready").then().statusCode(404);
    }

    @Test
    void describes_itself() {
        given().accept("application/json")
                .get("/api/v1/openapi.json")
                .then()
                .statusCode(200)
                .body("paths.'/api/v1/auth/login'.post.tags[0]", equalTo("auth"));
    }
}
