package im.sparrow.verify.nemesis;

import im.sparrow.verify.client.Session;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Whether every service answers a user through every gateway: one question to each. */
final class Doors {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final List<String> QUESTIONS =
            List.of("/api/v1/users/me", "/api/v1/friends?limit=1", "/api/v1/conversations?limit=1");
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final List<URI> gateways;
    private final Session session;

    Doors(List<URI> gateways, Session session) {
        this.gateways = gateways;
        this.session = session;
    }

    boolean areOpen() {
        String token = session.token();
        return gateways.stream()
                .allMatch(gateway -> QUESTIONS.stream().allMatch(path -> answers(gateway.resolve(path), token)));
    }

    private boolean answers(URI question, String token) {
        var request = HttpRequest.newBuilder(question)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
