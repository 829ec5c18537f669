package im.sparrow.auth.rbac;

import static im.sparrow.auth.People.PASSWORD;
import static im.sparrow.auth.People.admin;
import static im.sparrow.auth.People.freshName;
import static im.sparrow.auth.People.loggedIn;
import static im.sparrow.auth.People.registered;
import static im.sparrow.auth.People.setRoles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import im.sparrow.auth.AuthTest;
import im.sparrow.auth.People.Person;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@AuthTest
class RolesTest {

    @Test
    void a_new_right_in_a_new_role_is_in_its_holders_next_token() {
        var admin = admin();
        var bob = registered();
        String right = right(admin);
        String role = role(admin, List.of("login", right), List.of());

        setRoles(admin, bob.id(), Set.of("2", role)).statusCode(200).body("rights", hasItem(right));

        loggedIn(bob.username(), PASSWORD)
                .asks()
                .get("/api/v1/users/me/rights")
                .then()
                .body("items.find { it.right == '%s' }.held".formatted(right), equalTo(true));
    }

    @Test
    void an_edited_role_makes_its_holders_tokens_stale_and_gives_the_new_rights() {
        var admin = admin();
        var bob = registered();
        String role = role(admin, List.of("login", "profile"), List.of());
        setRoles(admin, bob.id(), Set.of("2", role)).statusCode(200);
        var before = loggedIn(bob.username(), PASSWORD);

        edit(admin, role, List.of("login"), List.of("contact")).statusCode(200);

        await().untilAsserted(() ->
                before.asks().get("/api/v1/users/me").then().statusCode(401).body("code", equalTo("token_stale")));
        loggedIn(bob.username(), PASSWORD)
                .asks()
                .get("/api/v1/users/me/rights")
                .then()
                .statusCode(200)
                .body("items.find { it.right == 'contact' }.held", equalTo(false))
                .body(
                        "items.find { it.right == 'contact' }.takenBy",
                        hasItem(view(admin, role).getString("name")));
    }

    @Test
    void a_deleted_role_is_nobodys_any_more() {
        var admin = admin();
        var bob = registered();
        String role = role(admin, List.of("login"), List.of("speak"));
        setRoles(admin, bob.id(), Set.of("2", role)).statusCode(200);
        var muted = loggedIn(bob.username(), PASSWORD);

        admin.asks().delete("/api/v1/admin/roles/" + role + "?version=1").then().statusCode(204);

        await().untilAsserted(() ->
                muted.asks().get("/api/v1/users/me").then().statusCode(401).body("code", equalTo("token_stale")));
        admin.asks()
                .get("/api/v1/admin/users/" + bob.id() + "/roles")
                .then()
                .body("roleIds", contains("2"))
                .body("rights", hasItem("speak"));
    }

    @Test
    void a_deleted_right_goes_from_every_role() {
        var admin = admin();
        String right = right(admin);
        String role = role(admin, List.of("login", right), List.of());

        admin.asks()
                .delete("/api/v1/admin/rights/" + right + "?version=1")
                .then()
                .statusCode(204);

        assertThat(view(admin, role).getList("grants")).isEqualTo(List.of("login"));
        assertThat(view(admin, role).getLong("version")).isEqualTo(2);
    }

    @Test
    void what_is_built_in_is_neither_deleted_nor_renamed() {
        var admin = admin();
        long user = view(admin, "2").getLong("version");

        admin.asks()
                .delete("/api/v1/admin/roles/2?version=" + user)
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
        admin.asks()
                .body(Map.of("name", "people", "grants", List.of("login"), "takes", List.of(), "version", user))
                .put("/api/v1/admin/roles/2")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/name"));
        admin.asks()
                .delete("/api/v1/admin/rights/speak?version=1")
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
    }

    @Test
    void an_edit_of_what_somebody_else_has_edited_is_refused() {
        var admin = admin();
        String role = role(admin, List.of("login"), List.of());
        String right = right(admin);
        edit(admin, role, List.of(), List.of()).statusCode(200);

        admin.asks()
                .body(Map.of("name", freshName(), "grants", List.of(), "takes", List.of("speak"), "version", 1))
                .put("/api/v1/admin/roles/" + role)
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"))
                .body("retryable", equalTo(true));
        admin.asks()
                .delete("/api/v1/admin/roles/" + role + "?version=1")
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
        admin.asks()
                .body(Map.of("description", "x", "version", 7))
                .put("/api/v1/admin/rights/" + right)
                .then()
                .statusCode(409)
                .body("code", equalTo("conflict"));
    }

    @Test
    void a_taken_name_is_refused() {
        var admin = admin();
        String right = right(admin);

        create(admin, "Administrator", List.of(), List.of()).statusCode(409).body("code", equalTo("name_taken"));
        admin.asks()
                .body(Map.of("name", right, "description", ""))
                .post("/api/v1/admin/rights")
                .then()
                .statusCode(409)
                .body("code", equalTo("name_taken"));
    }

    @Test
    void a_role_gives_only_rights_that_exist_and_never_a_services() {
        var admin = admin();

        create(admin, freshName(), List.of("service.gateway"), List.of("fly"))
                .statusCode(422)
                .body("errors.pointer", contains("/grants", "/takes"));
        admin.asks()
                .body(Map.of("name", "service.gateway", "description", ""))
                .post("/api/v1/admin/rights")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/name"));
    }

    @Test
    void the_administrators_role_keeps_what_the_last_of_them_needs() {
        edit(admin(), "1", List.of("login"), List.of()).statusCode(409).body("code", equalTo("last_administrator"));
    }

    private static String right(Person admin) {
        String name = "own." + freshName();
        admin.asks()
                .body(Map.of("name", name, "description", "ours"))
                .post("/api/v1/admin/rights")
                .then()
                .statusCode(201)
                .body("builtIn", equalTo(false));
        return name;
    }

    private static String role(Person admin, List<String> grants, List<String> takes) {
        return create(admin, freshName(), grants, takes)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse create(Person admin, String name, List<String> grants, List<String> takes) {
        return admin.asks()
                .body(Map.of("name", name, "grants", grants, "takes", takes))
                .post("/api/v1/admin/roles")
                .then();
    }

    private static ValidatableResponse edit(Person admin, String id, List<String> grants, List<String> takes) {
        var now = view(admin, id);
        var body = Map.of(
                "name", now.getString("name"), "grants", grants, "takes", takes, "version", now.getLong("version"));
        return admin.asks().body(body).put("/api/v1/admin/roles/" + id).then();
    }

    private static JsonPath view(Person admin, String id) {
        return admin.asks()
                .get("/api/v1/admin/roles")
                .then()
                .extract()
                .jsonPath()
                .setRootPath("items.find { it.id == '%s' }".formatted(id));
    }
}
