package im.sparrow.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpServer;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceTokensTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private volatile Instant now = NOW;
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final HttpServer auth = server();
    private final ServiceTokens tokens = new ServiceTokens(
            new Config(URI.create("http://127.0.0.1:" + auth.getAddress().getPort())),
            new ObjectMapper().registerModule(new JavaTimeModule()),
            () -> now);
    private volatile int status = 200;

    @BeforeEach
    void start() {
        auth.start();
    }

    @AfterEach
    void stop() {
        auth.stop(0);
    }

    @Test
    void one_token_is_used_until_a_minute_before_its_end() {
        assertThat(tokens.token()).isEqualTo("token-1");
        now = NOW.plusSeconds(239);
        assertThat(tokens.token()).isEqualTo("token-1");

        now = NOW.plusSeconds(240);

        assertThat(tokens.token()).isEqualTo("token-2");
        assertThat(questions).containsOnly("{\"service\":\"gateway\",\"secret\":\"s3cret\"}");
    }

    @Test
    void whoever_is_refused_hears_that_something_is_away() {
        status = 401;

        assertThatThrownBy(tokens::token)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.UNAVAILABLE));
    }

    private HttpServer server() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/v1/service-token", exchange -> {
                questions.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                String answer =
                        "{\"token\":\"token-" + questions.size() + "\",\"expiresAt\":\"" + now.plusSeconds(300) + "\"}";
                exchange.sendResponseHeaders(status, 0);
                exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
                exchange.close();
            });
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Config(URI authUrl) implements IdentityConfig {
        @Override
        public URI jwksUrl() {
            return authUrl.resolve("/.well-known/jwks.json");
        }

        @Override
        public Optional<String> serviceName() {
            return Optional.of("gateway");
        }

        @Override
        public Optional<String> serviceSecret() {
            return Optional.of("s3cret");
        }
    }
}
