package im.sparrow.gateway.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import im.sparrow.gateway.FakeServices;
import im.sparrow.gateway.FakeServices.Reply;
import im.sparrow.gateway.ServicesResource;
import im.sparrow.testing.BrokerResource;
import im.sparrow.testing.TokensResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that is never counted out would hold every stop up for as long as it may take. */
@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(ServicesResource.class)
class RequestsTest {

    @Inject
    Requests requests;

    private static Socket ask(String request) throws IOException {
        var socket = new Socket("127.0.0.1", RestAssured.port);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/limits HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1/nothing HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/v1/friends HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n"
            })
    void an_answered_request_is_counted_out(String request) throws IOException {
        FakeServices.INSTANCE.serve("/api/v1/friends", exchange -> Reply.json("[]"));
        try (var socket = ask(request)) {
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            await().until(() -> requests.open() == 0);
        }
    }

    @Test
    void a_client_that_goes_away_in_the_middle_is_counted_out() throws IOException {
        FakeServices.INSTANCE.serve(
                "/api/v1/media", exchange -> new Reply(200, "application/octet-stream", new byte[64 << 20]));
        try (var download = ask("GET /api/v1/media HTTP/1.1\r\nHost: a\r\n\r\n");
                var upload = ask("POST /api/v1/media HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\nbegun")) {
            assertThat(download.getInputStream().read()).isEqualTo('H');
            await().until(() -> requests.open() == 2);
            assertThat(upload.isConnected()).isTrue();
        }
        await().until(() -> requests.open() == 0);
    }
}
