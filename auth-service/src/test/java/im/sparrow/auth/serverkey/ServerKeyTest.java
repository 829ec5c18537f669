package im.sparrow.auth.serverkey;

import static im.sparrow.auth.People.admin;
import static im.sparrow.auth.People.freshName;
import static im.sparrow.auth.People.impose;
import static im.sparrow.auth.People.logIn;
import static im.sparrow.auth.People.post;
import static im.sparrow.auth.People.refresh;
import static im.sparrow.auth.People.registered;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import im.sparrow.auth.AuthTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@AuthTest
class ServerKeyTest {

    private static final String KEYS = "/api/v1/admin/users/keys";
    private static final String USERS = "/api/v1/auth/keys/users";

    private record Made(String id, String text, String accountId) {}

    @Test
    void a_product_makes_users_and_lets_them_in() {
        var server = as(make("server", "shop", "users", "tokens"));
        String name = freshName();

        String userId = server.body(Map.of("username", name, "nickname", "Ada"))
                .post(USERS)
                .then()
                .statusCode(201)
                .extract()
                .path("userId");
        var tokens = server.body(Map.of("deviceId", "shop-1", "deviceName", "The shop"))
                .post(USERS + "/" + userId + "/tokens")
                .then()
                .statusCode(201)
                .body("userId", equalTo(userId))
                .extract()
                .jsonPath();

        given().auth()
                .oauth2(tokens.getString("accessToken"))
                .get("/api/v1/users/me")
                .then()
                .statusCode(200)
                .body("username", equalTo(name))
                .body("nickname", equalTo("Ada"));
        given().auth()
                .oauth2(tokens.getString("accessToken"))
                .get("/api/v1/users/me/sessions")
                .then()
                .body("items.deviceName", contains("The shop"));
        refresh(tokens.getString("refreshToken")).statusCode(200);
        logIn(name, "").statusCode(422);
        logIn(name, "guess").statusCode(401);
    }

    @Test
    void the_same_request_makes_one_user() {
        var server = as(make("server", "shop", "users"));
        var wanted = Map.of("username", freshName());

        String first = server.header("Idempotency-Key", "k1")
                .body(wanted)
                .post(USERS)
                .then()
                .statusCode(201)
                .extract()
                .path("userId");

        server.body(wanted).post(USERS).then().statusCode(201).body("userId", equalTo(first));
    }

    @ParameterizedTest
    @CsvSource({
        "users, 'login,server.users'",
        "tokens, 'login,server.tokens'",
        "groups, 'contact,login,speak'",
        "send, 'login,speak'"
    })
    void a_token_may_do_what_its_scope_says_and_no_more(String scope, String rights) {
        String payload = trade(make("server", "narrow", scope).text())
                .extract()
                .<String>path("accessToken")
                .split("\\.", -1)[1];

        assertThat(JsonPath.from(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                        .getList("groups", String.class))
                .containsExactlyInAnyOrder(rights.split(",", -1));
    }

    @Test
    void without_its_scope_a_key_makes_nobody_and_lets_nobody_in() {
        var bot = as(make("bot", "helper", "send"));

        bot.body(Map.of("username", freshName())).post(USERS).then().statusCode(403);
        bot.body(Map.of())
                .post(USERS + "/" + registered().id() + "/tokens")
                .then()
                .statusCode(403)
                .body("code", equalTo("right_missing"));
        bot.get("/api/v1/admin/users").then().statusCode(403);
        registered()
                .asks()
                .body(Map.of("username", freshName()))
                .post(USERS)
                .then()
                .statusCode(403);
    }

    @Test
    void its_account_is_official_and_nobody_else_is() {
        var made = make("bot", "helper", "send");
        var alice = registered();

        alice.asks().get("/api/v1/users/" + made.accountId()).then().body("official", equalTo(true));
        alice.asks().get("/api/v1/users/" + alice.id()).then().body("$", not(hasKey("official")));
    }

    @Test
    void a_revoked_key_is_good_no_more_and_its_tokens_are_refused() {
        var made = make("bot", "helper", "send");
        String token = trade(made.text()).statusCode(200).extract().path("accessToken");
        given().auth().oauth2(token).get("/api/v1/users/me").then().statusCode(200);

        admin().asks().delete(KEYS + "/" + made.id()).then().statusCode(204);
        admin().asks().delete(KEYS + "/" + made.id()).then().statusCode(404);

        trade(made.text()).statusCode(401).body("code", equalTo("credentials_wrong"));
        await().untilAsserted(() -> given().auth()
                .oauth2(token)
                .get("/api/v1/users/me")
                .then()
                .statusCode(401)
                .body("code", equalTo("token_stale")));
        var listed = admin().asks().get(KEYS).then().extract().jsonPath();
        assertThat(listed.getMap("items.find { it.id == '" + made.id() + "' }"))
                .containsKeys("usedAt", "revokedAt", "revokedBy");
    }

    @Test
    void a_mute_and_a_ban_of_the_account_bind_the_key() {
        var made = make("bot", "helper", "send");
        impose(admin(), made.accountId(), "mute", "spam", null).statusCode(201);
        String payload = trade(made.text())
                .statusCode(200)
                .extract()
                .<String>path("accessToken")
                .split("\\.", -1)[1];
        assertThat(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .doesNotContain("speak");

        impose(admin(), made.accountId(), "ban", "spam", null).statusCode(201);

        trade(made.text()).statusCode(403).body("code", equalTo("right_missing"));
    }

    @Test
    void no_key_is_or_becomes_an_administrator() {
        var admin = admin();
        admin.asks()
                .body(Map.of("kind", "server", "name", "x", "scopes", List.of("tokens"), "accountId", admin.id()))
                .post(KEYS)
                .then()
                .statusCode(403);
        var server = as(make("server", "shop", "tokens"));
        var other = make("bot", "helper", "send");

        server.body(Map.of()).post(USERS + "/" + admin.id() + "/tokens").then().statusCode(403);
        server.body(Map.of())
                .post(USERS + "/" + other.accountId() + "/tokens")
                .then()
                .statusCode(403);
        server.body(Map.of()).post(USERS + "/1/tokens").then().statusCode(404);
    }

    @Test
    void only_administrators_make_see_and_revoke_keys_and_nobody_sees_their_text() {
        var made = make("server", "shop", "users");
        var alice = registered();
        alice.asks().get(KEYS).then().statusCode(403);
        alice.asks().body(Map.of()).post(KEYS).then().statusCode(403);
        alice.asks().delete(KEYS + "/" + made.id()).then().statusCode(403);

        var listed = admin().asks().get(KEYS).then().statusCode(200).body("items.id", hasItem(made.id()));

        assertThat(listed.extract().asString()).doesNotContain(made.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /kind /name /scopes /username",
                "{'kind':'god','name':'x','scopes':['send'],'username':'abc'} | /kind",
                "{'kind':'bot','name':'x','scopes':['users'],'username':'abc'} | /scopes",
                "{'kind':'server','name':'x','scopes':[],'username':'abc'} | /scopes",
                "{'kind':'server','name':'x','scopes':['send','send'],'username':'abc'} | /scopes",
                "{'kind':'server','name':'x','scopes':['admin'],'username':'abc'} | /scopes",
                "{'kind':'server','name':'x','scopes':['send'],'username':'a'} | /username",
                "{'kind':'server','name':'x','scopes':['send'],'username':'abc','accountId':'1'} | /username",
            })
    void what_is_no_key_is_refused_by_field(String body, String pointers) {
        admin().asks()
                .body(body.replace('\'', '"'))
                .post(KEYS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointers.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({"guess", "sparrow_", "sparrow_AAAA", "sparrow_!!!!"})
    void what_is_no_key_opens_nothing(String text) {
        trade(text).statusCode(401).body("code", equalTo("credentials_wrong"));
    }

    @Test
    void another_secret_under_a_known_id_opens_nothing() {
        String text = make("bot", "helper", "send").text();
        int at = text.length() - 5;
        String other = text.charAt(at) == 'A' ? "B" : "A";

        trade(text.substring(0, at) + other + text.substring(at + 1)).statusCode(401);
    }

    private static Made make(String kind, String name, String... scopes) {
        var body = Map.of("kind", kind, "name", name, "scopes", List.of(scopes), "username", freshName());
        var made = admin().asks()
                .body(body)
                .post(KEYS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Made(made.getString("serverKey.id"), made.getString("key"), made.getString("serverKey.accountId"));
    }

    private static ValidatableResponse trade(String text) {
        return post("/api/v1/auth/keys/token", Map.of("key", text));
    }

    private static RequestSpecification as(Made made) {
        String token = trade(made.text()).statusCode(200).extract().path("accessToken");
        return given().auth().oauth2(token).contentType("application/json");
    }
}
