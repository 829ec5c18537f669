package im.sparrow.auth.standing;

import static im.sparrow.auth.People.PASSWORD;
import static im.sparrow.auth.People.admin;
import static im.sparrow.auth.People.freshName;
import static im.sparrow.auth.People.impose;
import static im.sparrow.auth.People.loggedIn;
import static im.sparrow.auth.People.post;
import static im.sparrow.auth.People.registered;
import static im.sparrow.auth.People.setRoles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import im.sparrow.auth.AuthTest;
import im.sparrow.auth.People.Person;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.account.Revocation;
import im.sparrow.platform.identity.RevocationList;
import im.sparrow.testing.Records;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stale-token rule, for every edit there is. */
@AuthTest
class AtOnceTest {

    /** A bound on a hang. */
    private static final Duration HANGS = Duration.ofSeconds(30);

    /** What changes what somebody may do. */
    enum Edit {
        MUTED,
        BANNED,
        SANCTION_LIFTED,
        OTHER_ROLES,
        ROLE_GIVEN_TO_MANY,
        ROLE_EDITED,
        ROLE_DELETED,
        RIGHT_DELETED,
        PASSWORD_CHANGED_ELSEWHERE,
        PASSWORD_RESET,
        LOGGED_OUT,
        SESSION_REVOKED
    }

    @ParameterizedTest
    @EnumSource
    void an_older_token_is_refused_within_two_seconds_and_by_who_was_down(Edit edit) throws Exception {
        var admin = admin();
        var name = registered().username();
        String right = "own." + freshName();
        admin.asks()
                .body(Map.of("name", right, "description", ""))
                .post("/api/v1/admin/rights")
                .then()
                .statusCode(201);
        String role = admin.asks()
                .body(Map.of("name", freshName(), "grants", List.of("login", right), "takes", List.of()))
                .post("/api/v1/admin/roles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var first = loggedIn(name, PASSWORD);
        setRoles(admin, first.id(), Set.of("2", role)).statusCode(200);
        String sanction = impose(admin, first.id(), "mute", "x", Instant.now().plusSeconds(600))
                .extract()
                .path("id");
        var bob = loggedIn(name, PASSWORD);
        bob.asks().get("/api/v1/users/me").then().statusCode(200);

        make(edit, admin, bob, role, right, sanction);

        await().atMost(HANGS)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> bob.asks()
                        .get("/api/v1/users/me")
                        .then()
                        .statusCode(401)
                        .body("code", equalTo("token_stale")));
        assertThat(staleForWhoStartsNow(bob, role)).isTrue();
    }

    private static void make(Edit edit, Person admin, Person bob, String role, String right, String sanction) {
        String users = "/api/v1/admin/users/" + bob.id();
        var answer = switch (edit) {
            case MUTED -> impose(admin, bob.id(), "mute", "y", null);
            case BANNED -> impose(admin, bob.id(), "ban", "y", null);
            case SANCTION_LIFTED ->
                admin.asks().delete(users + "/sanctions/" + sanction).then();
            case OTHER_ROLES -> setRoles(admin, bob.id(), Set.of("2"));
            case ROLE_GIVEN_TO_MANY ->
                admin.asks()
                        .body(Map.of("add", Set.of(bob.id()), "remove", Set.of()))
                        .patch("/api/v1/admin/roles/3/users")
                        .then();
            case ROLE_EDITED ->
                admin.asks()
                        .body(Map.of(
                                "name", freshName(), "grants", List.of(), "takes", List.of("contact"), "version", 1))
                        .put("/api/v1/admin/roles/" + role)
                        .then();
            case ROLE_DELETED ->
                admin.asks()
                        .delete("/api/v1/admin/roles/" + role + "?version=1")
                        .then();
            case RIGHT_DELETED ->
                admin.asks()
                        .delete("/api/v1/admin/rights/" + right + "?version=1")
                        .then();
            case PASSWORD_CHANGED_ELSEWHERE ->
                loggedIn(bob.username(), PASSWORD)
                        .asks()
                        .body(Map.of("current", PASSWORD, "password", "another walk in the park"))
                        .post("/api/v1/auth/password")
                        .then();
            case PASSWORD_RESET -> {
                String token = admin.asks()
                        .post(users + "/password-reset")
                        .then()
                        .extract()
                        .path("token");
                yield post("/api/v1/auth/password/reset", Map.of("token", token, "password", "yet another walk"));
            }
            case LOGGED_OUT -> bob.asks().post("/api/v1/auth/logout").then();
            case SESSION_REVOKED ->
                bob.asks()
                        .delete("/api/v1/users/me/sessions/" + bob.sessionId())
                        .then();
        };
        assertThat(answer.extract().statusCode()).isBetween(200, 204);
    }

    /** As a service does that was down meanwhile: reads the whole topic before it serves anybody. */
    private static boolean staleForWhoStartsNow(Person user, String role) throws Exception {
        var json = new ObjectMapper();
        var list = new RevocationList();
        try (var records = Records.fromBeginning(Topics.REVOCATION)) {
            for (String key : List.of(user.id(), role, user.sessionId())) {
                for (var written : records.upToNow(key)) {
                    list.apply(
                            json.readValue(written.value(), Revocation.class),
                            Instant.ofEpochMilli(written.timestamp()));
                }
            }
        }
        var claims = JwtClaims.parse(new String(
                Base64.getUrlDecoder().decode(user.accessToken().split("\\.", -1)[1]), StandardCharsets.UTF_8));
        return list.stale(
                Id.of(user.id()),
                Id.of(user.sessionId()),
                claims.getClaimValue("ver", Long.class),
                claims.getClaimValue("rv", Long.class),
                claims.getStringListClaimValue("roles").stream().map(Id::of).collect(Collectors.toSet()));
    }
}
