package im.sparrow.bot;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;

import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.TokensResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
class SkeletonTest {

    @Test
    void says_which_build_of_which_service_it_is() {
        given().get("/api/v1/version")
                .then()
                .statusCode(200)
                .body("service", equalTo("bot-service"))
                .body("version", notNullValue());
    }

    @Test
    void describes_its_interface() {
        given().accept("application/json")
                .get("/api/v1/openapi.json")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/v1/version"));
    }

    @Test
    void an_unknown_path_is_a_problem() {
        given().get("/api/v1/nothing").then().statusCode(404);
    }
}
