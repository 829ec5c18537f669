package im.sparrow.verify.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final String GRANTED = """
            {"accessToken": "a", "refreshToken": "r", "expiresAt": "2099-01-01T00:00:00Z"}""";

    private final HttpServer door = door();

    private static HttpServer door() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        door.stop(0);
    }

    @Test
    void who_is_told_that_there_is_nothing_has_read_nothing() {
        answers("/api/v1/conversations/7/messages", 404, "{\"code\": \"not_found\"}");

        assertThat(Pages.all(session(), "7")).isEmpty();
    }

    @Test
    void any_other_refusal_ends_the_run() {
        answers("/api/v1/conversations/7/messages", 403, "{\"code\": \"right_missing\"}");

        assertThatThrownBy(() -> Pages.all(session(), "7")).hasMessage("messages: 403 right_missing");
    }

    private Session session() {
        answers("/api/v1/auth/register", 200, GRANTED);
        door.start();
        var address = door.getAddress();
        URI origin = URI.create("http://127.0.0.1:" + address.getPort());
        return Session.register(new Rest(HttpClient.newHttpClient(), List.of(origin)), "ann", "secret", "d");
    }

    private void answers(String path, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        door.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
