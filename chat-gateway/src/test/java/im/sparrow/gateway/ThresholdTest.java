package im.sparrow.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.TestTokens;
import im.sparrow.testing.TokensResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is turned away before any service sees it. */
@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(ServicesResource.class)
class ThresholdTest {

    private static final int BOUND = 64 * 1024;

    /** The whole answer to a request as it is written here. */
    private static String ask(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/auth/login",
                "/api/v1/auth/register",
                "/api/v1/groups",
                "/api/v1/conversations/7/messages"
            })
    void a_large_document_is_refused_whoever_would_read_it(String path) {
        for (int size : new int[] {BOUND + 1, 1_000_000}) {
            given().header("Authorization", "Bearer " + TestTokens.user(1971).sign())
                    .header("Idempotency-Key", UUID.randomUUID())
                    .contentType("application/json")
                    .body("\"" + "x".repeat(size - 2) + "\"")
                    .post(path)
                    .then()
                    .statusCode(413)
                    .contentType("application/problem+json")
                    .body("code", equalTo("too_large"));
        }
    }

    @Test
    void a_document_of_the_bound_passes() {
        FakeServices.INSTANCE.serve("/api/v1/reports", exchange -> FakeServices.Reply.json("{}"));
        given().contentType("application/json")
                .body("\"" + "x".repeat(BOUND - 2) + "\"")
                .post("/api/v1/reports")
                .then()
                .statusCode(200);
    }

    @Test
    void headers_that_may_be_read_differently_are_refused() throws IOException {
        assertThat(ask("GET /api/v1/limits HTTP/1.1\r\nHost: a\r\n")).startsWith("HTTP/1.1 200");
        assertThat(ask("GET /api/v1/limits HTTP/1.1\r\nHost: a\r\nHost: b\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("\"malformed\"");
        assertThat(
                        ask(
                                "GET /api/v1/limits HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n"))
                .startsWith("HTTP/1.1 401")
                .contains("\"token_invalid\"");
    }

    @Test
    void an_address_that_may_be_read_differently_is_nowhere() throws IOException {
        assertThat(ask("GET /api/v1/conversations/7;a=b/messages HTTP/1.1\r\nHost: a\r\n"))
                .startsWith("HTTP/1.1 404")
                .contains("\"not_found\"");
        assertThat(ask("GET /api/v1/conversations/7/../8/messages HTTP/1.1\r\nHost: a\r\n"))
                .startsWith("HTTP/1.1 404")
                .contains("\"not_found\"");
    }

    @Test
    void a_list_that_can_only_be_read_says_so() {
        given().delete("/api/v1/conversations").then().statusCode(405).body("code", equalTo("malformed"));
        given().post("/api/v1/conversations").then().statusCode(405).body("code", equalTo("malformed"));
    }
}
