package im.sparrow.auth.token;

import static im.sparrow.auth.People.post;
import static im.sparrow.auth.People.refresh;
import static im.sparrow.auth.People.registered;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import im.sparrow.auth.AuthTest;
import im.sparrow.auth.People.Person;
import im.sparrow.testing.TestDatabase;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@AuthTest
class KeyRotationTest {

    private static final String SECRET = "test-only-gateway-secret-0123456789";

    @Inject
    SigningKeys keys;

    @AfterEach
    void until_everybody_knows_the_new_key() {
        letIn(registered());
    }

    @Test
    void another_key_is_published_then_signs_and_the_old_one_stays_good() throws SQLException {
        var alice = registered();
        String old = kid(alice.accessToken());

        String made = keys.rotate(kid -> {});
        given().get("/.well-known/jwks.json")
                .then()
                .body("keys.kid", hasItem(made))
                .body("keys.kid", hasItem(old));
        String meanwhile = refresh(alice.refreshToken()).extract().path("accessToken");
        assertThat(kid(meanwhile)).isEqualTo(old);

        update("UPDATE signing_key SET signs_from = UTC_TIMESTAMP(6) WHERE kid = '" + made + "'");
        keys.lookAgain();
        var bob = registered();

        assertThat(kid(bob.accessToken())).isEqualTo(made);
        letIn(bob);
        alice.asks().get("/api/v1/users/me").then().statusCode(200);
        given().get("/.well-known/jwks.json").then().body("keys.kid", hasItem(old));
    }

    @Test
    void an_old_key_is_followed_by_another_and_goes_when_nothing_it_signed_is_alive() throws SQLException {
        registered();
        update("UPDATE signing_key SET signs_from = UTC_TIMESTAMP(6) - INTERVAL 31 DAY");
        keys.lookAgain();
        keys.lookAgain();
        assertThat(count("signs_from > UTC_TIMESTAMP(6)")).isEqualTo(1);

        update(
                "UPDATE signing_key SET signs_from = UTC_TIMESTAMP(6) - INTERVAL 31 MINUTE WHERE signs_from > UTC_TIMESTAMP(6)");
        keys.lookAgain();

        assertThat(count("TRUE")).isEqualTo(1);
        letIn(registered());
    }

    @Test
    void only_the_operators_service_rotates() {
        String gateway = post("/internal/v1/service-token", Map.of("service", "gateway", "secret", SECRET))
                .extract()
                .path("token");

        given().auth()
                .oauth2(gateway)
                .post("/internal/v1/signing-keys/rotate")
                .then()
                .statusCode(403);
        given().post("/internal/v1/signing-keys/rotate").then().statusCode(401);
    }

    /** These keys skip their lead: a verifier that has just asked does not ask again for three seconds. */
    private static void letIn(Person person) {
        await().untilAsserted(() -> person.asks().get("/api/v1/users/me").then().statusCode(200));
    }

    private static String kid(String token) {
        String header = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]), StandardCharsets.UTF_8);
        return header.replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
    }

    private static void update(String sql) throws SQLException {
        try (var connection = new TestDatabase("sparrow_auth").connect();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private static int count(String where) throws SQLException {
        try (var connection = new TestDatabase("sparrow_auth").connect();
                var row =
                        connection.createStatement().executeQuery("SELECT COUNT(*) FROM signing_key WHERE " + where)) {
            assertThat(row.next()).isTrue();
            return row.getInt(1);
        }
    }
}
