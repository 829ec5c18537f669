package im.sparrow.auth.standing;

import static im.sparrow.auth.People.PASSWORD;
import static im.sparrow.auth.People.admin;
import static im.sparrow.auth.People.loggedIn;
import static im.sparrow.auth.People.registered;
import static im.sparrow.auth.People.setRoles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import im.sparrow.auth.AuthTest;
import im.sparrow.auth.People.Person;
import im.sparrow.contracts.Topics;
import im.sparrow.testing.Records;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@AuthTest
class StandingTest {

    @Test
    void a_muted_user_keeps_everything_but_speaking() {
        var bob = registered();

        setRoles(admin(), bob.id(), Set.of("2", "3"))
                .statusCode(200)
                .body("rights", contains("contact", "login", "profile"))
                .body("ver", equalTo(2));
    }

    @Test
    void other_roles_are_announced_with_the_new_numbers() {
        try (var revocations = Records.fromNow(Topics.REVOCATION);
                var accounts = Records.fromNow(Topics.ACCOUNT)) {
            var bob = registered();
            setRoles(admin(), bob.id(), Set.of("4")).statusCode(200);

            assertThat(revocations.await(bob.id(), 1).getFirst().value())
                    .contains("\"type\":\"user\"", "\"ver\":2", "\"banned\":true");
            assertThat(accounts.await(bob.id(), 2).getLast().value()).contains("\"roleIds\":[\"4\"]", "\"version\":2");
        }
    }

    @Test
    void the_same_roles_again_change_nothing() {
        var bob = registered();

        setRoles(admin(), bob.id(), Set.of("2")).statusCode(200).body("ver", equalTo(1));
    }

    @Test
    void a_token_from_before_is_stale() {
        var bob = registered();
        setRoles(admin(), bob.id(), Set.of("2", "3")).statusCode(200);

        await().untilAsserted(() -> bob.asks()
                .get("/api/v1/users/me")
                .then()
                .statusCode(401)
                .body("code", equalTo("token_stale"))
                .body("retryable", equalTo(true)));
    }

    @Test
    void what_was_changed_meanwhile_is_not_overwritten() {
        var admin = admin();
        var bob = registered();
        setRoles(admin, bob.id(), Set.of("2", "3")).statusCode(200);

        admin.asks()
                .body(Map.of("roleIds", Set.of("2"), "ver", 1))
                .put("/api/v1/admin/users/" + bob.id() + "/roles")
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
    }

    @Test
    void a_role_goes_to_many_at_once_and_who_does_not_exist_is_named() {
        var admin = admin();
        var alice = registered();
        var bob = registered();
        setRoles(admin, bob.id(), Set.of("2", "3")).statusCode(200);

        admin.asks()
                .body(Map.of("add", Set.of(alice.id(), "9"), "remove", Set.of(bob.id())))
                .patch("/api/v1/admin/roles/3/users")
                .then()
                .statusCode(200)
                .body("changed", containsInAnyOrder(alice.id(), bob.id()))
                .body("unknown", contains("9"));

        assertThat(roles(admin, alice)).containsExactly("2", "3");
        assertThat(roles(admin, bob)).containsExactly("2");
        assertThat(holders(admin, "3")).contains(alice.id()).doesNotContain(bob.id());
    }

    @Test
    void of_many_who_lose_a_role_the_last_administrator_keeps_all_of_them() {
        var admin = admin();
        var second = registered();
        setRoles(admin, second.id(), Set.of("1")).statusCode(200);

        admin.asks()
                .body(Map.of("add", Set.of(), "remove", Set.of(admin.id(), second.id())))
                .patch("/api/v1/admin/roles/1/users")
                .then()
                .statusCode(409)
                .body("code", equalTo("last_administrator"));

        assertThat(roles(admin, second)).containsExactly("1");
        setRoles(admin, second.id(), Set.of("2")).statusCode(200);
    }

    @Test
    void without_the_right_nobody_administers_and_hears_which_is_missing() {
        var bob = registered();

        setRoles(bob, bob.id(), Set.of("1"))
                .statusCode(403)
                .body("code", equalTo("right_missing"))
                .body("detail", containsString("admin"));
    }

    @Test
    void the_last_administrator_stays() {
        var admin = admin();

        setRoles(admin, admin.id(), Set.of("2")).statusCode(409).body("code", equalTo("last_administrator"));
    }

    @Test
    void of_two_administrators_who_remove_each_other_at_once_one_stays() throws Exception {
        var admin = admin();
        var second = registered();
        setRoles(admin, second.id(), Set.of("1")).statusCode(200);
        var other = loggedIn(second.username(), PASSWORD);
        List<Callable<Integer>> both = List.of(
                () -> setRoles(admin, other.id(), Set.of("2")).extract().statusCode(),
                () -> setRoles(other, admin.id(), Set.of("2")).extract().statusCode());

        try (var threads = Executors.newFixedThreadPool(2)) {
            // Refused as the last one, or because the other was first and he is none any more.
            assertThat(threads.invokeAll(both).stream().map(Future::resultNow).sorted())
                    .satisfiesExactly(
                            one -> assertThat(one).isEqualTo(200),
                            last -> assertThat(last).isIn(401, 409));
        }

        restore(admin, other);
    }

    /** The demo's administrator is one again, and alone. */
    private static void restore(Person admin, Person other) {
        if (admin().asks().get("/api/v1/admin/roles").statusCode() != 200) {
            setRoles(loggedIn(other.username(), PASSWORD), admin.id(), Set.of("1"))
                    .statusCode(200);
        }
        setRoles(admin(), other.id(), Set.of("2")).statusCode(200);
    }

    private static List<String> roles(Person admin, Person user) {
        return admin.asks()
                .get("/api/v1/admin/users/" + user.id() + "/roles")
                .then()
                .extract()
                .path("roleIds");
    }

    private static List<String> holders(Person admin, String roleId) {
        return admin.asks()
                .get("/api/v1/admin/roles/" + roleId + "/users?limit=200")
                .then()
                .extract()
                .path("items");
    }
}
