package im.sparrow.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import im.sparrow.gateway.FakeServices.Reply;
import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.TokensResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public door: what passes to whom, what does not, and how large it may be. */
@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(ServicesResource.class)
class ProxyTest {

    private static final int MEGABYTE = 1 << 20;

    private final FakeServices services = FakeServices.INSTANCE;

    private static URI at(String path) {
        return URI.create("http://127.0.0.1:" + RestAssured.port + path);
    }

    @Test
    void a_request_passes_whole_and_so_does_its_answer() {
        services.serve("/api/v1/users/me", exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "__Host-refresh=x; Path=/");
            return Reply.json("{\"asked\":\"" + exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\"}");
        });
        given().urlEncodingEnabled(false)
                .patch("/api/v1/users/me?a=1&b=%20")
                .then()
                .statusCode(200)
                .header("Set-Cookie", startsWith("__Host-refresh"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .body("asked", equalTo("PATCH /api/v1/users/me?a=1&b=%20"));
    }

    @Test
    void what_a_client_says_of_itself_is_replaced_by_what_we_know() {
        var seen = new Headers();
        services.serve("/api/v1/friends", exchange -> {
            seen.putAll(exchange.getRequestHeaders());
            return Reply.json("[]");
        });
        given().header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-Real-Ip", "6.6.6.6")
                .header("X-Request-Id", "bad id \u00e9")
                .header("Authorization", "Bearer abc")
                .get("/api/v1/friends")
                .then()
                .statusCode(200);

        assertThat(seen.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(seen.get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(seen.get("Forwarded")).isNull();
        assertThat(seen.get("X-Real-Ip")).isNull();
        assertThat(seen.getFirst("X-Request-Id")).matches("[0-9a-f-]{36}");
        assertThat(seen.getFirst("Authorization")).isEqualTo("Bearer abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/v1/rooms",
                "/internal/v1/service-token",
                "/q/health",
                "/q/metrics",
                "/api/v1/auth/../../../internal/v1/rooms",
                "/api/v1/auth/%2e%2e/%2e%2e/%2e%2e/internal/v1/rooms",
                "/api/v1/auth//internal",
                "/api/v1/authors",
                "/api/v1/nothing",
                "/.well-known/other.json"
            })
    void what_is_nobodys_passes_to_nobody(String path) throws Exception {
        services.serve(path, exchange -> Reply.json("\"passed\""));
        services.serve("/internal/v1/rooms", exchange -> Reply.json("\"passed\""));
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());

        services.stop("/internal/v1/rooms");
        assertThat(answer.body()).isNotEqualTo("\"passed\"");
        assertThat(answer.statusCode()).isNotEqualTo(200);
    }

    @Test
    void keys_are_served_from_their_owner() {
        given().get("/.well-known/jwks.json").then().statusCode(200).body("keys[0].kty", equalTo("EC"));
    }

    @Test
    void a_large_body_streams_through_both_ways_and_is_not_held() throws Exception {
        var received = new AtomicLong();
        services.serve("/api/v1/media", exchange -> {
            received.set(count(exchange));
            return new Reply(200, "application/octet-stream", new byte[16 * MEGABYTE]);
        });
        long size = 96L * MEGABYTE;
        var upload = HttpRequest.newBuilder(at("/api/v1/media"))
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Zeros(size)), size))
                .build();
        var answer = HttpClient.newHttpClient().send(upload, HttpResponse.BodyHandlers.ofInputStream());

        assertThat(received).hasValue(size);
        assertThat(drain(answer.body())).isEqualTo(16L * MEGABYTE);
    }

    @Test
    void a_service_that_reads_slowly_slows_the_client_down() throws Exception {
        var mayRead = new java.util.concurrent.CountDownLatch(1);
        services.serve("/api/v1/media", exchange -> {
            try {
                mayRead.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Reply.json("" + count(exchange));
        });
        long size = 64L * MEGABYTE;
        var sent = new AtomicLong();
        var upload = HttpRequest.newBuilder(at("/api/v1/media"))
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Zeros(size, sent)), size))
                .build();
        var answer = HttpClient.newHttpClient().sendAsync(upload, HttpResponse.BodyHandlers.ofString());

        org.awaitility.Awaitility.await()
                .during(Duration.ofMillis(700))
                .atMost(Duration.ofSeconds(10))
                .until(() -> sent.get() < 32L * MEGABYTE);
        mayRead.countDown();
        assertThat(answer.join().body()).isEqualTo("" + size);
    }

    @Test
    void a_service_that_breaks_off_is_a_problem_that_may_be_tried_again() {
        services.serve("/api/v1/groups", exchange -> {
            exchange.close();
            throw new UncheckedIOException(new IOException("broken off"));
        });
        given().get("/api/v1/groups")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("code", equalTo("unavailable"))
                .body("retryable", equalTo(true));
    }

    @Test
    void the_interface_of_all_services_is_one_document() {
        services.serve(
                "/api/v1/openapi.json",
                exchange -> Reply.json("{\"openapi\":\"3.1.0\",\"paths\":{\"/api/v1/friends\":{\"get\":{}},"
                        + "\"/internal/v1/rooms\":{\"post\":{}}},\"components\":{\"schemas\":{}}}"));
        given().get("/api/v1/openapi.json")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/v1/friends"))
                .body("paths", hasKey("/api/v1/limits"))
                .body("paths", hasKey("/api/v1/conversations/{id}/messages"))
                .body("paths", not(hasKey("/internal/v1/rooms")));
    }

    @Test
    void version_and_limits_are_public() {
        given().get("/api/v1/version").then().statusCode(200).body("service", equalTo("chat-gateway"));
        given().get("/api/v1/limits")
                .then()
                .statusCode(200)
                .body("sendBurst", equalTo(60))
                .body("textMax", equalTo(5000));
    }

    @Test
    void every_address_of_the_client_is_its_page_and_may_load_nothing_strange() {
        given().get("/chats/5")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
        given().get("/chats/missing.js").then().statusCode(404);
        given().post("/chats/5").then().statusCode(404);
    }

    @Test
    void the_page_is_packed_on_its_way_and_what_services_say_is_not() throws Exception {
        services.serve("/api/v1/friends", exchange -> Reply.json("[" + " ".repeat(10_000) + "]"));
        assertThat(packed("/")).contains("gzip");
        assertThat(packed("/api/v1/friends").orElse("identity")).isEqualTo("identity");
        assertThat(packed("/api/v1/limits").orElse("identity")).isEqualTo("identity");
    }

    private static Optional<String> packed(String path) throws Exception {
        var asked = HttpRequest.newBuilder(at(path))
                .header("Accept-Encoding", "gzip, br")
                .build();
        return HttpClient.newHttpClient()
                .send(asked, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Content-Encoding");
    }

    private static long count(HttpExchange exchange) {
        try {
            return drain(exchange.getRequestBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long drain(InputStream body) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long all = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            all += read;
        }
        return all;
    }

    /** So many zeros, counted as they are taken. */
    private static final class Zeros extends InputStream {
        private final long size;
        private final AtomicLong taken;

        Zeros(long size) {
            this(size, new AtomicLong());
        }

        Zeros(long size, AtomicLong taken) {
            this.size = size;
            this.taken = taken;
        }

        @Override
        public int read() {
            return taken.get() >= size ? -1 : (int) (taken.getAndIncrement() & 0);
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int given = (int) Math.min(length, size - taken.get());
            taken.addAndGet(given);
            return given == 0 ? -1 : given;
        }
    }
}
