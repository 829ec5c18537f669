package im.sparrow.local.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/**
 * What an operator asks of auth-service, with admin-service's credential: {@code SPARROW_AUTH_URL} and
 * {@code SPARROW_ADMIN_SECRET}, else those of the suite on this machine.
 */
public final class OperatorDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 299;

    private final String url;
    private final String secret;

    private OperatorDoor(String url, String secret) {
        this.url = url;
        this.secret = secret;
    }

    /**
     * The door of the installation that the environment names, or of the one in this home.
     *
     * @param port where auth-service listens here
     * @throws IOException when neither is there
     */
    public static OperatorDoor of(Home home, int port) throws IOException {
        var named = Optional.ofNullable(System.getenv("SPARROW_ADMIN_SECRET")).filter(secret -> !secret.isBlank());
        var url = Optional.ofNullable(System.getenv("SPARROW_AUTH_URL")).orElse("http://127.0.0.1:" + port);
        if (named.isPresent()) {
            return new OperatorDoor(url, named.get());
        }
        if (!Files.exists(home.secrets())) {
            throw new IOException("no suite was ever started here; set SPARROW_AUTH_URL and SPARROW_ADMIN_SECRET");
        }
        return new OperatorDoor(url, Secrets.in(home.secrets()).get("SPARROW_ADMIN_SECRET"));
    }

    /** Makes an account that administers and speaks; answers its id. */
    public String administrator(String username, String password) throws IOException, InterruptedException {
        var wanted = JSON.createObjectNode().put("username", username).put("password", password);
        return ask("/internal/v1/administrators", wanted).path("userId").asText();
    }

    /** Makes another signing key, which signs in a few minutes; answers its name. */
    public String key() throws IOException, InterruptedException {
        return ask("/internal/v1/signing-keys/rotate", JSON.createObjectNode())
                .path("kid")
                .asText();
    }

    private JsonNode ask(String path, ObjectNode body) throws IOException, InterruptedException {
        var credential = JSON.createObjectNode().put("service", "admin").put("secret", secret);
        var token = send("/internal/v1/service-token", credential, "").path("token");
        return send(path, body, "Bearer " + token.asText());
    }

    private JsonNode send(String path, ObjectNode body, String authorization) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            var said = JSON.readTree(answer.body());
            if (answer.statusCode() > OK) {
                throw new IOException(why(said, answer.statusCode()));
            }
            return said;
        }
    }

    private static String why(JsonNode problem, int status) {
        var wrong = new StringBuilder();
        problem.path("errors")
                .forEach(error -> wrong.append(' ')
                        .append(error.path("pointer").asText().replace("/", ""))
                        .append(' ')
                        .append(error.path("message").asText())
                        .append('.'));
        return problem.path("detail").asText("auth-service answered " + status) + wrong;
    }
}
