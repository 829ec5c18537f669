package im.sparrow.e2e.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one public door, asked over HTTP.
 *
 * @param base as {@code http://127.0.0.1:17800}
 */
public record Door(URI base) {

    static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** Asks without a token. */
    public Answer asks(String method, String path) {
        return asks(method, path, Map.of(), null);
    }

    /** Asks with these headers; a body makes it JSON. */
    public Answer asks(String method, String path, Map<String, String> headers, @Nullable Object body) {
        var all = new HashMap<>(headers);
        var publisher = BodyPublishers.noBody();
        if (body != null) {
            all.put("Content-Type", "application/json");
            publisher = BodyPublishers.ofString(json(body));
        }
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, publisher)
                .timeout(Duration.ofSeconds(20));
        all.forEach(request::header);
        return answer(method + " " + path, send(request.build()));
    }

    static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    static Map<String, String> once(String token, UUID key) {
        return Map.of("Authorization", "Bearer " + token, "Idempotency-Key", key.toString());
    }

    URI socket() {
        return URI.create(base.toString().replaceFirst("^http", "ws") + "/ws");
    }

    static HttpClient client() {
        return CLIENT;
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Answer answer(String asked, HttpResponse<String> response) {
        return new Answer(asked, response.statusCode(), document(response.body()), response);
    }

    private static JsonNode document(String text) {
        try {
            return text.startsWith("{") ? JSON.readTree(text) : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
