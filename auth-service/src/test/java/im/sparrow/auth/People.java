package im.sparrow.auth;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do at this service's door. */
public final class People {

    /** The password of everybody whom these verbs register. */
    public static final String PASSWORD = "correct horse battery";

    private People() {}

    /** Somebody who is in, with what he was given. */
    public record Person(String id, String username, String sessionId, String accessToken, String refreshToken) {

        /** A request as this person. */
        public RequestSpecification asks() {
            return given().auth().oauth2(accessToken).contentType(ContentType.JSON);
        }
    }

    /** A name that nobody has. */
    public static String freshName() {
        return "p" + UUID.randomUUID().toString().substring(0, 12);
    }

    /** Registers somebody under a fresh name. */
    public static Person registered() {
        String name = freshName();
        return person(name, register(name).statusCode(201));
    }

    /** Tries to register. */
    public static ValidatableResponse register(String username) {
        return post("/api/v1/auth/register", Map.of("username", username, "password", PASSWORD));
    }

    /** Logs in, which must work. */
    public static Person loggedIn(String username, String password) {
        return person(username, logIn(username, password).statusCode(200));
    }

    /** Tries to log in. */
    public static ValidatableResponse logIn(String username, String password) {
        return post("/api/v1/auth/login", Map.of("username", username, "password", password));
    }

    /** Tries to refresh. */
    public static ValidatableResponse refresh(String refreshToken) {
        return post("/api/v1/auth/refresh", Map.of("refreshToken", refreshToken));
    }

    /** The demo's administrator. */
    public static Person admin() {
        return loggedIn("admin", "123456");
    }

    /** An administrator gives somebody other roles. */
    public static ValidatableResponse setRoles(Person admin, String userId, Set<String> roleIds) {
        String path = "/api/v1/admin/users/" + userId + "/roles";
        Integer ver = admin.asks().get(path).then().extract().path("ver");
        return admin.asks()
                .body(Map.of("roleIds", roleIds, "ver", ver == null ? 0 : ver))
                .put(path)
                .then();
    }

    /** An administrator mutes or bans somebody from now on. */
    public static ValidatableResponse impose(
            Person admin, String userId, String kind, String reason, @Nullable Instant until) {
        Map<String, Object> body = new HashMap<>(Map.of("kind", kind, "reason", reason));
        if (until != null) {
            body.put("endsAt", until.toString());
        }
        return admin.asks()
                .body(body)
                .post("/api/v1/admin/users/" + userId + "/sanctions")
                .then();
    }

    /** Somebody by what an answer gave him. */
    public static Person person(String username, ValidatableResponse answer) {
        var body = answer.extract().jsonPath();
        return new Person(
                body.getString("userId"),
                username,
                body.getString("sessionId"),
                body.getString("accessToken"),
                body.getString("refreshToken"));
    }

    /** A document to a path that needs no token. */
    public static ValidatableResponse post(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }
}
