package im.sparrow.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a door that says what auth-service would; the real one is tried in auth-service's own tests. */
class OperatorDoorTest {
    private static final Map<String, String> ANSWERS = Map.of(
            "/internal/v1/service-token", "{\"token\":\"t\"}",
            "/internal/v1/administrators", "{\"userId\":\"7\"}",
            "/internal/v1/signing-keys/rotate", "{\"kid\":\"k\"}");

    @TempDir
    private Path folder;

    private final List<String> heard = new ArrayList<>();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            heard.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            var refused = status != 200 && !path.endsWith("token");
            var body = refused
                    ? "{\"detail\":\"No.\",\"errors\":[{\"pointer\":\"/password\",\"message\":\"is short\"}]}"
                    : ANSWERS.getOrDefault(path, "{}");
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refused ? status : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void asks_with_the_credential_of_this_home() throws Exception {
        Secrets.in(folder.resolve("secrets"));
        var door = OperatorDoor.of(new Home(folder), server.getAddress().getPort());

        assertThat(door.administrator("root", "a walk in the park")).isEqualTo("7");
        assertThat(door.key()).isEqualTo("k");
        assertThat(heard)
                .containsExactly(
                        "/internal/v1/service-token null",
                        "/internal/v1/administrators Bearer t",
                        "/internal/v1/service-token null",
                        "/internal/v1/signing-keys/rotate Bearer t");
    }

    @Test
    void says_why_something_was_not_done() throws IOException {
        Secrets.in(folder.resolve("secrets"));
        var door = OperatorDoor.of(new Home(folder), server.getAddress().getPort());
        status = 422;

        assertThatThrownBy(() -> door.administrator("root", "x"))
                .isInstanceOf(IOException.class)
                .hasMessage("No. password is short.");
    }

    @Test
    void where_nothing_was_ever_started_it_says_what_to_set() {
        assertThatThrownBy(() -> OperatorDoor.of(new Home(folder), 1)).hasMessageContaining("SPARROW_ADMIN_SECRET");
    }
}
