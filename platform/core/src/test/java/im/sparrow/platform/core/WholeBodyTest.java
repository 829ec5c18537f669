package im.sparrow.platform.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WholeBodyTest {

    private static final String HEAD =
            "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: %s\r\n%s\r\n\r\n";
    private static final String JSON = "application/json;charset=UTF-8";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger begun = new AtomicInteger();
    private final HttpServer server = vertx.createHttpServer();

    @BeforeEach
    void serves() throws Exception {
        var router = Router.router(vertx);
        router.route().order(-10_000).handler(context -> {
            // As the framework does, which reads nothing before somebody wants it.
            context.request().pause();
            context.next();
        });
        new WholeBody(new MemorySize(BigInteger.valueOf(100))).routes(router);
        router.route().handler(context -> {
            // As the framework does before it asks who is there; over HTTP/2 that fails when all was read.
            context.request().pause();
            begun.incrementAndGet();
            var body = context.body().asString();
            context.end(body == null ? "unread" : body);
        });
        server.requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    @AfterEach
    void ends() throws ExecutionException, InterruptedException {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void nobody_begins_before_all_of_a_document_is_there() throws Exception {
        try (var socket = socket()) {
            say(socket, HEAD.formatted(JSON, "Content-Length: 8"));
            say(socket, "{\"a\"");
            try (var other = socket()) {
                say(other, HEAD.formatted(JSON, "Content-Length: 2") + "{}");
                assertThat(answer(other)).startsWith("HTTP/1.1 200").endsWith("{}");
            }
            assertThat(begun).hasValue(1);

            say(socket, ": 1}");

            assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("{\"a\": 1}");
            assertThat(begun).hasValue(2);
        }
    }

    @Test
    void a_document_of_no_bytes_is_one_too() throws Exception {
        try (var socket = socket()) {
            say(socket, HEAD.formatted(JSON, "Content-Length: 0"));
            assertThat(answer(socket)).startsWith("HTTP/1.1 200").doesNotContain("unread");
        }
        try (var socket = socket()) {
            say(socket, HEAD.formatted(JSON, "Transfer-Encoding: chunked") + "0\r\n\r\n");
            assertThat(answer(socket)).startsWith("HTTP/1.1 200").doesNotContain("unread");
        }
    }

    @Test
    void a_document_without_a_length_is_bounded_too() throws Exception {
        try (var socket = socket()) {
            say(
                    socket,
                    HEAD.formatted(JSON, "Transfer-Encoding: chunked") + "65\r\n" + "x".repeat(101) + "\r\n0\r\n\r\n");

            assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("\"code\":\"too_large\"");
            assertThat(begun).hasValue(0);
        }
    }

    @Test
    void over_http_2_a_document_is_left_to_the_framework() throws Exception {
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .connectTimeout(Duration.ofSeconds(10))
                .build()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/"))
                    .timeout(Duration.ofSeconds(10))
                    .header("Content-Type", JSON)
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();

            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("unread");
        }
    }

    @Test
    void who_asks_for_another_protocol_is_not_waited_for() throws Exception {
        try (var socket = socket()) {
            say(socket, HEAD.formatted(JSON, "Connection: Upgrade\r\nUpgrade: websocket\r\nContent-Length: 0"));
            assertThat((char) socket.getInputStream().read()).isEqualTo('H');
        }
    }

    @Test
    void who_leaves_in_the_middle_keeps_nobody_busy() throws Exception {
        try (var socket = socket()) {
            say(socket, HEAD.formatted(JSON, "Content-Length: 8") + "{\"a\"");
        }
        try (var other = socket()) {
            say(other, HEAD.formatted(JSON, "Content-Length: 2") + "{}");
            assertThat(answer(other)).startsWith("HTTP/1.1 200");
        }
        assertThat(begun).hasValue(1);
    }

    @Test
    void what_is_no_document_is_left_unread() throws Exception {
        try (var socket = socket()) {
            say(socket, HEAD.formatted("image/png", "Content-Length: 200"));
            var heard = new StringBuilder();
            while (!heard.toString().endsWith("unread")) {
                heard.append((char) socket.getInputStream().read());
            }
            assertThat(heard).startsWith("HTTP/1.1 200");
        }
    }

    private Socket socket() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void say(Socket socket, String what) throws IOException {
        socket.getOutputStream().write(what.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
