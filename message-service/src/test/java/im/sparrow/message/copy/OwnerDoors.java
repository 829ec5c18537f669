package im.sparrow.message.copy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import im.sparrow.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The doors of owners: what is PUT under a path is answered there, and what is POSTed can be got again. A test that may only
 * speak contracts has no other way to be auth-service and social-service.
 */
public final class OwnerDoors implements QuarkusTestResourceLifecycleManager {

    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private final HttpServer server = open();

    private static HttpServer open() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        String token = TestTokens.service("message").sign();
        documents.put(
                "/internal/v1/service-token",
                ("{\"token\":\"" + token + "\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}")
                        .getBytes(StandardCharsets.UTF_8));
        server.createContext("/", this::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "sparrow.copies.auth", url,
                "sparrow.copies.social", url,
                "sparrow.identity.auth-url", url,
                "sparrow.copies.travel", "10ms");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean token = path.endsWith("service-token");
            if (!exchange.getRequestMethod().equals("GET") && !token) {
                documents.put(path, body);
            }
            byte[] answer = Objects.requireNonNullElse(documents.get(path), new byte[0]);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(
                    documents.containsKey(path) ? 200 : 404, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
