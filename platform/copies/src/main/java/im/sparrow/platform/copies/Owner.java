package im.sparrow.platform.copies;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import im.sparrow.contracts.Digest;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.identity.ServiceTokens;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks an owner by this service's own token. Blocks for ten seconds at most. */
@Singleton
public class Owner {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final JavaType DIGEST = TypeFactory.defaultInstance().constructType(Digest.class);

    private final ServiceTokens tokens;
    private final ObjectMapper json;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    Owner(ServiceTokens tokens, ObjectMapper json) {
        this.tokens = tokens;
        this.json = json;
    }

    /**
     * What an owner answers.
     *
     * @throws Refused {@code unavailable} when it does not
     */
    public <T> T get(URI where, JavaType type) {
        return read(send(request(where).GET()), type);
    }

    /** What an owner answers about a range in short. */
    public Digest digest(URI where) {
        return get(where, DIGEST);
    }

    /** Tells an owner something. */
    public void post(URI where, Object body) {
        try {
            send(request(where).POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
        } catch (IOException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + body.getClass(), e);
        }
    }

    private HttpRequest.Builder request(URI where) {
        return HttpRequest.newBuilder(where)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.token())
                .header("Content-Type", "application/json");
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            HttpRequest asked = request.build();
            var answer = client.send(asked, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new Refused(Problem.UNAVAILABLE, asked.uri().getPath() + " answers " + answer.statusCode() + ".");
            }
            return answer.body();
        } catch (IOException e) {
            throw new Refused(Problem.UNAVAILABLE, "An owner of copied facts is away; try again in a moment.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Problem.UNAVAILABLE, "This part of the suite is being stopped; try again.");
        }
    }

    private <T> T read(byte[] answer, JavaType type) {
        try {
            return json.readValue(answer, type);
        } catch (IOException e) {
            throw new Refused(Problem.UNAVAILABLE, "An owner's answer cannot be read.");
        }
    }
}
