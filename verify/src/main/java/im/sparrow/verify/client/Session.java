package im.sparrow.verify.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** One log-in: an access token, renewed in time and whenever it is said to be stale. */
public final class Session {

    private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(3);
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);

    private final Rest rest;
    private String access;
    private String refresh;
    private long renewAt;

    private Session(Rest rest, JsonNode granted) {
        this.rest = rest;
        this.access = Json.need(granted, "accessToken");
        this.refresh = Json.need(granted, "refreshToken");
        this.renewAt = renewAt(granted);
    }

    /** Makes an account and logs it in. */
    public static Session register(Rest rest, String username, String password, String device) {
        return new Session(rest, credentials(rest, "/auth/register", username, password, device));
    }

    /** Logs in. */
    public static Session logIn(Rest rest, String username, String password, String device) {
        return new Session(rest, credentials(rest, "/auth/login", username, password, device));
    }

    private static JsonNode credentials(Rest rest, String path, String username, String password, String device) {
        var body = Json.object()
                .put("username", username)
                .put("password", password)
                .put("deviceId", device);
        Answer answer = rest.post(path, null, body);
        if (!answer.ok()) {
            throw new IllegalStateException(path + " of " + username + ": " + answer.status() + " " + answer.code());
        }
        return answer.body();
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
        if (!answer.ok()) {
            throw new IllegalStateException("refresh: " + answer.status() + " " + answer.code());
        }
        access = Json.need(answer.body(), "accessToken");
        refresh = Json.need(answer.body(), "refreshToken");
        renewAt = renewAt(answer.body());
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
