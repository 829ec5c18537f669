package im.sparrow.verify.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * One log-in: an access token, renewed in time and whenever it is said to be stale. Whose renewal is refused logs in again,
 * as a person would: an answer that a dying service swallowed may have used the refresh token up.
 */
public final class Session {

    private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(3);
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);

    private final Rest rest;
    private final JsonNode credentials;
    private String access;
    private String refresh;
    private long renewAt;

    private Session(Rest rest, JsonNode credentials, JsonNode granted) {
        this.rest = rest;
        this.credentials = credentials;
        this.access = Json.need(granted, "accessToken");
        this.refresh = Json.need(granted, "refreshToken");
        this.renewAt = renewAt(granted);
    }

    /** Makes an account and logs it in. */
    public static Session register(Rest rest, String username, String password, String device) {
        return of(rest, "/auth/register", credentials(username, password, device));
    }

    /** Logs in. */
    public static Session logIn(Rest rest, String username, String password, String device) {
        return of(rest, "/auth/login", credentials(username, password, device));
    }

    private static Session of(Rest rest, String path, JsonNode credentials) {
        return new Session(rest, credentials, granted(rest, path, credentials));
    }

    private static JsonNode credentials(String username, String password, String device) {
        return Json.object().put("username", username).put("password", password).put("deviceId", device);
    }

    private static JsonNode granted(Rest rest, String path, JsonNode credentials) {
        Answer answer = rest.post(path, null, credentials);
        if (!answer.ok()) {
            throw new IllegalStateException(
                    path + " of " + credentials.path("username") + ": " + answer.status() + " " + answer.code());
        }
        return answer.body();
    }

    /** Another log-in of the same user, on a device of this name. */
    public Session another(String device) {
        ObjectNode own = credentials.deepCopy();
        return of(rest, "/auth/login", own.put("deviceId", device));
    }

    /** The gateways it asks. */
    public Rest rest() {
        return rest;
    }

    /** A token that lives for some minutes more. */
    public synchronized String token() {
        if (System.nanoTime() - renewAt > 0) {
            renew();
        }
        return access;
    }

    /** A token that is newer than {@code stale}. */
    public synchronized String newerThan(String stale) {
        if (stale.equals(access)) {
            renew();
        }
        return access;
    }

    private void renew() {
        Answer answer = rest.post("/auth/refresh", null, Json.object().put("refreshToken", refresh));
        JsonNode granted = answer.ok() ? answer.body() : granted(rest, "/auth/login", credentials);
        access = Json.need(granted, "accessToken");
        refresh = Json.need(granted, "refreshToken");
        renewAt = renewAt(granted);
    }

    private static long renewAt(JsonNode granted) {
        Duration life = Duration.between(Instant.now(), Instant.parse(Json.need(granted, "expiresAt")));
        Duration use = life.minus(RENEWED_BEFORE_END);
        return System.nanoTime() + (use.compareTo(SHORTEST_LIFE) < 0 ? SHORTEST_LIFE : use).toNanos();
    }

    /** Reads over REST as this user; a stale token is renewed once. */
    public Answer get(String path) {
        String token = token();
        Answer answer = rest.get(path, token);
        return answer.status() == 401 ? rest.get(path, newerThan(token)) : answer;
    }

    /** POSTs as this user. */
    public Answer post(String path, JsonNode body) {
        String token = token();
        Answer answer = rest.post(path, token, body);
        return answer.status() == 401 ? rest.post(path, newerThan(token), body) : answer;
    }

    /** PUTs as this user. */
    public Answer put(String path, JsonNode body) {
        String token = token();
        Answer answer = rest.put(path, token, body);
        return answer.status() == 401 ? rest.put(path, newerThan(token), body) : answer;
    }

    /** DELETEs as this user. */
    public Answer delete(String path) {
        String token = token();
        Answer answer = rest.delete(path, token);
        return answer.status() == 401 ? rest.delete(path, newerThan(token)) : answer;
    }
}
