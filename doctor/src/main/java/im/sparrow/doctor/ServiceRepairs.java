package im.sparrow.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Asks the services themselves: they know how a copy is taken, and do it each night. */
final class ServiceRepairs implements Repairs {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI auth;
    private final Map<Schema, URI> keepers;
    private final String secret;

    /** With admin-service's credential, which an operator has. */
    ServiceRepairs(URI auth, Map<Schema, URI> keepers, String secret) {
        this.auth = auth;
        this.keepers = keepers;
        this.secret = secret;
    }

    @Override
    public int compare(Schema keeper) throws Unreachable {
        URI service = keepers.get(keeper);
        if (service == null) {
            return 0;
        }
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var credential = JSON.writeValueAsString(Map.of("service", "admin", "secret", secret));
            String token = post(client, auth.resolve("/internal/v1/service-token"), "", credential)
                    .path("token")
                    .asText();
            return post(client, service.resolve("/internal/v1/copies/compare"), token, "")
                    .path("repaired")
                    .asInt();
        } catch (IOException e) {
            throw new Unreachable(keeper.word() + "-service", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(keeper.word() + "-service", e);
        }
    }

    private static JsonNode post(HttpClient client, URI where, String token, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(where)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("answers " + answer.statusCode() + " at " + where.getPath());
        }
        return JSON.readTree(answer.body());
    }
}
