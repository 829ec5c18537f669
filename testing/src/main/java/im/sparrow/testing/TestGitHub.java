package im.sparrow.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A provider that speaks GitHub's endpoints and refuses what GitHub refuses: another redirect address, a client or secret
 * it does not know, a code that was used or is somebody else's, a verifier that is missing or wrong.
 *
 * <p>Who is logged in there is the browser's own cookie {@value #COOKIE}: the document that {@code /user} is to say, in
 * base64url. So a test says anything it likes about a person, and several browsers are several people. A browser without
 * the cookie is shown a form for it. A document that begins with {@code status:} is answered by that status and the rest.
 */
public final class TestGitHub implements AutoCloseable {

    /** The only application there. */
    public static final String CLIENT_ID = "Iv1.test-only-client";

    /** Its secret, 40 characters as GitHub's are. */
    public static final String CLIENT_SECRET = "test-only-github-secret-0123456789abcdef";

    /** The cookie of somebody who is logged in at the provider. */
    public static final String COOKIE = "test_github_user";

    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final HttpServer server;
    private final URI callback;
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private record Grant(
            String user, String redirectUri, @Nullable String challenge) {}

    private TestGitHub(HttpServer server, URI callback) {
        this.server = server;
        this.callback = callback;
    }

    /**
     * Starts one on a free port of 127.0.0.1.
     *
     * @param callback the address that is registered for the application; as at GitHub the port of a loopback address may
     *     be another one
     */
    public static TestGitHub start(String callback) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            var github = new TestGitHub(server, URI.create(callback));
            server.createContext("/login/oauth/authorize", github::authorize);
            server.createContext("/login/oauth/access_token", github::token);
            server.createContext("/session", TestGitHub::session);
            server.createContext("/user", github::user);
            server.createContext("/avatars/", exchange -> answer(exchange, 200, "image/png", PICTURE));
            server.start();
            return github;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is; also the beginning of its interface for programs. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * The document of an ordinary person, with a picture.
     *
     * @param url where the provider is
     * @param id the provider's own id
     * @param login the name there, which can change
     * @param name what people read, or null as of many
     */
    public static String person(String url, long id, String login, @Nullable String name) {
        var shown = name == null ? "null" : '"' + name + '"';
        return "{\"login\":\"%s\",\"id\":%d,\"name\":%s,\"avatar_url\":\"%s/avatars/%d\",\"email\":null}"
                .formatted(login, id, shown, url, id);
    }

    /** The cookie's value for somebody who is logged in there. */
    public static String cookie(String person) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(person.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = form(exchange.getRequestURI().getRawQuery());
        if (!CLIENT_ID.equals(asked.get("client_id"))) {
            answer(exchange, 404, "text/html", bytes("no such application"));
            return;
        }
        var back = asked.getOrDefault("redirect_uri", callback.toString());
        if (!registered(back)) {
            redirect(exchange, callback + "?error=redirect_uri_mismatch" + state(asked));
            return;
        }
        var user = user(exchange.getRequestHeaders().getFirst("Cookie"));
        if (user == null) {
            answer(
                    exchange,
                    200,
                    "text/html",
                    bytes(page(exchange.getRequestURI().toString())));
            return;
        }
        if (user.equals("cancel")) {
            redirect(exchange, back + "?error=access_denied" + state(asked));
            return;
        }
        var code = UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        codes.put(code, new Grant(user, back, asked.get("code_challenge")));
        redirect(exchange, back + "?code=" + code + state(asked));
    }

    private void token(HttpExchange exchange) throws IOException {
        var asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        json(exchange, 200, granted(asked));
    }

    /** As GitHub says it: a refusal is a 200 too. */
    private String granted(Map<String, String> asked) {
        if (!CLIENT_ID.equals(asked.get("client_id")) || !CLIENT_SECRET.equals(asked.get("client_secret"))) {
            return refusal("incorrect_client_credentials");
        }
        var grant = codes.remove(asked.getOrDefault("code", ""));
        if (grant == null || !proven(grant, asked.get("code_verifier"))) {
            return refusal("bad_verification_code");
        }
        if (!grant.redirectUri().equals(asked.getOrDefault("redirect_uri", grant.redirectUri()))) {
            return refusal("redirect_uri_mismatch");
        }
        var token = "gho_" + UUID.randomUUID().toString().replace("-", "");
        tokens.put(token, grant.user());
        return "{\"access_token\":\"" + token + "\",\"scope\":\"read:user\",\"token_type\":\"bearer\"}";
    }

    private void user(HttpExchange exchange) throws IOException {
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        var user = authorization == null ? null : tokens.get(authorization.replaceFirst("^(?i)(bearer|token) ", ""));
        if (exchange.getRequestHeaders().getFirst("User-Agent") == null) {
            json(exchange, 403, "{\"message\":\"Request forbidden by administrative rules.\"}");
        } else if (user == null) {
            json(exchange, 401, "{\"message\":\"Bad credentials\"}");
        } else if (exchange.getRequestURI().getPath().equals("/user/emails")) {
            json(exchange, 404, "{\"message\":\"Not Found\"}");
        } else if (user.startsWith("status:")) {
            answer(exchange, Integer.parseInt(user.substring(7, 10)), "text/html", bytes(user.substring(10)));
        } else {
            json(exchange, 200, user);
        }
    }

    private static void session(HttpExchange exchange) throws IOException {
        var said = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.getResponseHeaders()
                .add("Set-Cookie", COOKIE + "=" + cookie(said.getOrDefault("person", "")) + "; Path=/login; HttpOnly");
        redirect(exchange, said.getOrDefault("back", "/"));
    }

    private boolean registered(String redirectUri) {
        var wanted = URI.create(redirectUri);
        var loopback = "127.0.0.1".equals(wanted.getHost()) || "localhost".equals(wanted.getHost());
        var host = loopback && callback.getPort() < 0 || callback.getAuthority().equals(wanted.getAuthority());
        return host && callback.getPath().equals(wanted.getPath());
    }

    private static boolean proven(Grant grant, @Nullable String verifier) {
        if (grant.challenge() == null) {
            return verifier == null;
        }
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes(verifier == null ? "" : verifier));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).equals(grant.challenge());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String user(@Nullable String cookies) {
        for (var cookie : (cookies == null ? "" : cookies).split("; *", -1)) {
            if (cookie.startsWith(COOKIE + "=")) {
                var value = cookie.substring(COOKIE.length() + 1).replace("\"", "");
                return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    private static String page(String back) {
        return "<!doctype html><title>Log in</title><form method=post action=/session><input name=person>"
                + "<input type=hidden name=back value=\"" + back.replace("&", "&amp;")
                + "\"><button>Log in</button></form>";
    }

    private static String state(Map<String, String> asked) {
        var state = asked.get("state");
        return state == null ? "" : "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
    }

    private static String refusal(String error) {
        return "{\"error\":\"" + error + "\",\"error_description\":\"refused\"}";
    }

    private static Map<String, String> form(@Nullable String text) {
        var form = new HashMap<String, String>();
        for (var pair : (text == null ? "" : text).split("&", -1)) {
            var parts = pair.split("=", 2);
            form.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void redirect(HttpExchange exchange, String where) throws IOException {
        exchange.getResponseHeaders().add("Location", where);
        answer(exchange, 302, "text/html", new byte[0]);
    }

    private static void json(HttpExchange exchange, int status, String document) throws IOException {
        answer(exchange, status, "application/json; charset=utf-8", bytes(document));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
