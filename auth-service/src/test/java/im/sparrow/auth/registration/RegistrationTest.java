package im.sparrow.auth.registration;

import static im.sparrow.auth.People.admin;
import static im.sparrow.auth.People.freshName;
import static im.sparrow.auth.People.logIn;
import static im.sparrow.auth.People.post;
import static im.sparrow.auth.People.registered;
import static im.sparrow.auth.People.setRoles;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import im.sparrow.auth.AuthTest;
import im.sparrow.auth.account.Accounts;
import im.sparrow.auth.audit.Audit;
import im.sparrow.auth.password.Passwords;
import im.sparrow.auth.registration.RegistrationConfig.Mode;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The service under test is open; the other modes are tried on the same beans under another setting. */
@AuthTest
class RegistrationTest {

    private static final String PASSWORD = "correct horse battery";

    @Inject
    Audit audit;

    @Inject
    Accounts accounts;

    @Inject
    Invitations invitations;

    @Inject
    Passwords passwords;

    @Inject
    EntityManager entities;

    @Inject
    Ids ids;

    @Inject
    InstantSource time;

    private record Config(Mode mode) implements RegistrationConfig {
        @Override
        public Duration invitationLife() {
            return Duration.ofDays(1);
        }

        @Override
        public int waiting() {
            return 1_000;
        }
    }

    @Test
    void says_who_may_register() {
        given().get("/api/v1/auth/registration").then().statusCode(200).body("mode", equalTo("open"));
    }

    @Test
    void an_invitation_is_good_for_as_many_as_it_says() {
        String code = admin().asks()
                .body(Map.of("note", "the choir", "uses", 2))
                .post("/api/v1/admin/users/invitations")
                .then()
                .statusCode(201)
                .body("invitation.usesLeft", equalTo(2))
                .extract()
                .path("code");

        assertThat(register(Mode.INVITATION, freshName(), code)).isNotNull();
        assertThat(register(Mode.INVITATION, freshName(), code)).isNotNull();
        assertThatThrownBy(() -> register(Mode.INVITATION, freshName(), code)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> register(Mode.INVITATION, freshName(), null)).isInstanceOf(Refused.class);
    }

    @Test
    void a_withdrawn_invitation_is_good_for_nobody() {
        var made = admin().asks()
                .body(Map.of("note", "", "uses", 1))
                .post("/api/v1/admin/users/invitations")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String path = "/api/v1/admin/users/invitations/" + made.getString("invitation.id");

        admin().asks().delete(path).then().statusCode(204);
        admin().asks().delete(path).then().statusCode(404);

        assertThatThrownBy(() -> register(Mode.INVITATION, freshName(), made.getString("code")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void who_waits_is_let_in_by_an_administrator_and_not_before() {
        String name = freshName();
        assertThat(register(Mode.APPROVAL, name, null)).isNull();
        logIn(name, PASSWORD).statusCode(401).body("code", equalTo("credentials_wrong"));

        var admin = admin();
        admin.asks()
                .post("/api/v1/admin/users/registrations/" + waiting(name) + "/accept")
                .then()
                .statusCode(200);

        logIn(name, PASSWORD).statusCode(200);
        admin.asks().get("/api/v1/admin/users/registrations").then().body("items.username", not(hasItem(name)));
    }

    @Test
    void who_is_rejected_has_no_account_and_the_name_is_free() {
        String name = freshName();
        register(Mode.APPROVAL, name, null);
        assertThatThrownBy(() -> register(Mode.APPROVAL, name, null)).hasMessageContaining("taken");

        admin().asks()
                .post("/api/v1/admin/users/registrations/" + waiting(name) + "/reject")
                .then()
                .statusCode(204);

        logIn(name, PASSWORD).statusCode(401);
        assertThat(register(Mode.OPEN, name, null)).isNotNull();
    }

    @Test
    void where_registration_is_closed_nobody_comes() {
        assertThatThrownBy(() -> register(Mode.CLOSED, freshName(), null))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.RIGHT_MISSING));
    }

    @Test
    void only_administrators_invite_and_decide() {
        var bob = registered();

        bob.asks().get("/api/v1/admin/users/registrations").then().statusCode(403);
        bob.asks()
                .body(Map.of("note", "", "uses", 1))
                .post("/api/v1/admin/users/invitations")
                .then()
                .statusCode(403);
        bob.asks().post("/api/v1/admin/users/registrations/9/accept").then().statusCode(403);
    }

    @Test
    void the_first_administrator_needs_the_operators_credential() {
        String name = freshName();
        var wanted = Map.of("username", name, "password", PASSWORD);
        String gateway = post(
                        "/internal/v1/service-token",
                        Map.of("service", "gateway", "secret", "test-only-gateway-secret-0123456789"))
                .extract()
                .path("token");

        given().contentType("application/json")
                .body(wanted)
                .post("/internal/v1/administrators")
                .then()
                .statusCode(401);
        for (String token : new String[] {gateway, admin().accessToken()}) {
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body(wanted)
                    .post("/internal/v1/administrators")
                    .then()
                    .statusCode(403);
        }
        String operator = post(
                        "/internal/v1/service-token",
                        Map.of("service", "admin", "secret", "test-only-admin-secret-0123456789ab"))
                .statusCode(200)
                .extract()
                .path("token");
        given().auth()
                .oauth2(operator)
                .contentType("application/json")
                .body(wanted)
                .post("/internal/v1/administrators")
                .then()
                .statusCode(201);
        String id = logIn(name, PASSWORD).statusCode(200).extract().path("userId");
        setRoles(admin(), id, Set.of("2")).statusCode(200);
    }

    private static String waiting(String name) {
        return admin().asks()
                .get("/api/v1/admin/users/registrations")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.username == '%s' }.id".formatted(name));
    }

    private @Nullable Id register(Mode mode, String name, @Nullable String invitation) {
        var registrations = new Registrations(accounts, invitations, new Config(mode), entities, ids, time, audit);
        String hash = passwords.hash(PASSWORD);
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        registrations.register(name, name, hash, "", invitation).account());
    }
}
