package im.sparrow.auth.token;

import static im.sparrow.auth.People.post;
import static im.sparrow.auth.People.registered;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import im.sparrow.auth.AuthTest;
import im.sparrow.contracts.Rights;
import im.sparrow.testing.TestDatabase;
import im.sparrow.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@AuthTest
class TokenTest {

    private static final String SECRET = "test-only-gateway-secret-0123456789";

    @Test
    void says_what_the_design_says() throws Exception {
        var alice = registered();
        var claims = JwtClaims.parse(part(alice.accessToken(), 1));

        assertThat(claims.getIssuer()).isEqualTo("sparrow");
        assertThat(claims.getAudience()).containsExactly("sparrow");
        assertThat(claims.getSubject()).isEqualTo(alice.id());
        assertThat(claims.getStringClaimValue("sid")).isEqualTo(alice.sessionId());
        assertThat(claims.getStringListClaimValue("groups"))
                .containsExactlyInAnyOrder(Rights.LOGIN, Rights.PROFILE, Rights.CONTACT, Rights.SPEAK);
        assertThat(claims.getStringListClaimValue("roles")).containsExactly("2");
        assertThat(claims.getClaimValue("ver", Long.class)).isEqualTo(1);
        assertThat(claims.getClaimValue("rv", Long.class)).isPositive();
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(600);
        assertThat(part(alice.accessToken(), 0)).contains("\"ES256\"", "\"kid\"");
    }

    @Test
    void the_published_key_is_the_public_half_alone() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys[0].kty", equalTo("EC"))
                .body("keys[0].crv", equalTo("P-256"))
                .body("keys[0].kid", notNullValue())
                .body("keys[0].d", nullValue());
    }

    @Test
    void the_private_half_is_not_stored_in_the_clear() throws Exception {
        try (var connection = new TestDatabase("sparrow_auth").connect();
                var row = connection.createStatement().executeQuery("SELECT private_key FROM signing_key")) {
            assertThat(row.next()).isTrue();
            // A private key in the clear (PKCS #8) begins with a DER sequence and names the algorithm.
            assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String(
                            new byte[] {0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d}, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void a_service_gets_its_token_for_its_credential_and_uses_it_on_internal_paths() {
        String token = post("/internal/v1/service-token", Map.of("service", "gateway", "secret", SECRET))
                .statusCode(200)
                .extract()
                .path("token");

        List<Object> items = given().auth()
                .oauth2(token)
                .get("/internal/v1/accounts/snapshot?limit=5")
                .then()
                .statusCode(200)
                .body("next", notNullValue())
                .extract()
                .path("items");
        assertThat(items).hasSize(5);
        given().auth().oauth2(token).get("/api/v1/users/me").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"gateway, wrong", "admin, ''", "admin, " + SECRET, "nobody, " + SECRET, "gateway, ''"})
    void a_wrong_credential_and_an_unknown_service_get_the_same_answer(String service, String secret) {
        post("/internal/v1/service-token", Map.of("service", service, "secret", secret))
                .statusCode(401)
                .body("code", equalTo("credentials_wrong"))
                .body("detail", equalTo("The service or its credential is wrong."));
    }

    @Test
    void a_person_is_refused_on_internal_paths() {
        registered().asks().get("/internal/v1/accounts/snapshot").then().statusCode(403);
    }

    @Test
    void without_a_token_the_answer_says_so() {
        given().get("/api/v1/users/me")
                .then()
                .statusCode(401)
                .contentType(containsString("application/problem+json"))
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("code", equalTo("token_missing"));
    }

    @Test
    void a_token_that_is_not_ours_is_refused_in_words() {
        var stranger = new HashMap<String, String>();
        stranger.put("garbage", "garbage");
        stranger.put("another key", TestTokens.user(7).sign());
        stranger.put("three parts of nothing", "a.b.c");
        stranger.forEach((what, token) -> given().auth()
                .oauth2(token)
                .get("/api/v1/users/me")
                .then()
                .statusCode(401)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo("token_invalid")));
    }

    @Test
    void a_public_path_does_not_mind_an_old_token() {
        var alice = registered();

        given().auth()
                .oauth2("garbage")
                .contentType("application/json")
                .body(Map.of("refreshToken", alice.refreshToken()))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(200);
    }

    @Test
    void an_access_token_ends_after_ten_minutes() {
        var alice = registered();
        Instant end = Instant.parse(post("/api/v1/auth/refresh", Map.of("refreshToken", alice.refreshToken()))
                .extract()
                .path("expiresAt"));

        assertThat(end).isBetween(Instant.now().plusSeconds(570), Instant.now().plusSeconds(601));
    }

    private static String part(String token, int index) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]), StandardCharsets.UTF_8);
    }
}
