package im.sparrow.platform.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * This service's own token for calls to another service's {@code /internal} paths, got from auth-service with
 * {@code sparrow.identity.service-name} and {@code service-secret} and renewed a minute before its end.
 */
@Singleton
public class ServiceTokens {

    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final IdentityConfig config;
    private final ObjectMapper json;
    private final InstantSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private volatile @Nullable Answer held;

    private record Question(String service, String secret) {}

    private record Answer(String token, Instant expiresAt) {}

    ServiceTokens(IdentityConfig config, ObjectMapper json, InstantSource time) {
        this.config = config;
        this.json = json;
        this.time = time;
    }

    /**
     * A token with at least some seconds to live. Asks auth-service when there is none, at most three seconds: not for
     * an event loop.
     *
     * @throws Refused {@code unavailable} when auth-service does not give one
     */
    public String token() {
        Answer now = held;
        return now != null && fresh(now) ? now.token() : renewed().token();
    }

    private Answer renewed() {
        lock.lock();
        try {
            Answer now = held;
            if (now == null || !fresh(now)) {
                now = ask();
                held = now;
            }
            return now;
        } catch (IOException e) {
            throw new Refused(Problem.UNAVAILABLE, "Another part of the suite is away; try again in a moment.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Problem.UNAVAILABLE, "This part of the suite is being stopped; try again.");
        } finally {
            lock.unlock();
        }
    }

    private Answer ask() throws IOException, InterruptedException {
        var question = new Question(
                config.serviceName().orElseThrow(), config.serviceSecret().orElse(""));
        var request = HttpRequest.newBuilder(URI.create(config.authUrl() + "/internal/v1/service-token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(question)))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("auth-service answers " + answer.statusCode());
        }
        return json.readValue(answer.body(), Answer.class);
    }

    private boolean fresh(Answer answer) {
        return time.instant().plus(MARGIN).isBefore(answer.expiresAt());
    }
}
