package im.sparrow.verify.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks the gateway over REST, again and again while the answer is "not now" or there is none: every request here is one
 * that may be repeated, a POST under its Idempotency-Key.
 */
public final class Rest {

    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 3_000;

    private final HttpClient http;
    private final List<URI> gateways;

    /** Asks the first of these, and the next when one does not answer. */
    public Rest(HttpClient http, List<URI> gateways) {
        this.http = http;
        this.gateways = List.copyOf(gateways);
    }

    /** Asks once for what the gateway allows; a gateway that does not answer is a mistake of who called. */
    public JsonNode limits() {
        try {
            HttpRequest request =
                    request("GET", null, null).uri(at(0, "/limits")).build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return Json.read(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Nothing answers at " + gateways.getFirst() + ": ./sparrow up starts a suite.", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The address of a gateway's socket; any number names one. */
    URI socket(int gateway) {
        URI origin = gateways.get(Math.floorMod(gateway, gateways.size()));
        return URI.create(origin.toString().replaceFirst("^http", "ws") + "/ws");
    }

    HttpClient http() {
        return http;
    }

    /** Reads. */
    public Answer get(String path, @Nullable String token) {
        return ask("GET", path, token, null);
    }

    /** Makes or does something, once. */
    public Answer post(String path, @Nullable String token, JsonNode body) {
        return ask("POST", path, token, body);
    }

    /** Sets something. */
    public Answer put(String path, @Nullable String token, JsonNode body) {
        return ask("PUT", path, token, body);
    }

    /** Takes something away. */
    public Answer delete(String path, @Nullable String token) {
        return ask("DELETE", path, token, null);
    }

    /**
     * Asks, and takes any answer of the service's own for an answer, also one that may be asked again; only a gateway that
     * does not answer, or has nobody to ask, is asked again.
     */
    public Answer once(String method, String path, @Nullable String token, @Nullable JsonNode body) {
        return ask(method, path, token, body, answer -> answer.status() == 429 || answer.status() >= 500);
    }

    private Answer ask(String method, String path, @Nullable String token, @Nullable JsonNode body) {
        return ask(method, path, token, body, Answer::retryable);
    }

    private Answer ask(
            String method, String path, @Nullable String token, @Nullable JsonNode body, Predicate<Answer> again) {
        HttpRequest.Builder request = request(method, token, body);
        int gateway = 0;
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (long pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, 2 * pause)) {
            boolean last = System.nanoTime() > end;
            try {
                HttpResponse<String> response =
                        http.send(request.uri(at(gateway++, path)).build(), BodyHandlers.ofString());
                var answer = new Answer(response.statusCode(), Json.read(response.body()));
                if (last || !again.test(answer)) {
                    return answer;
                }
            } catch (IOException e) {
                if (last) {
                    throw new UncheckedIOException("no answer to " + method + " " + path, e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            pause(ThreadLocalRandom.current().nextLong(pause / 2, pause));
        }
    }

    private URI at(int gateway, String path) {
        return gateways.get(gateway % gateways.size()).resolve("/api/v1" + path);
    }

    private static HttpRequest.Builder request(String method, @Nullable String token, @Nullable JsonNode body) {
        var builder = HttpRequest.newBuilder()
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (body != null) {
            builder.header("Content-Type", "application/json");
        }
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        if (method.equals("POST")) {
            builder.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return builder;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }
}
