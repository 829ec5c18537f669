package im.sparrow.local.suite;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import im.sparrow.local.part.Readiness;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks a service's management port whether it can do its work. */
final class Health implements Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpRequest request;

    Health(int managementPort) {
        request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                .timeout(PATIENCE)
                .build();
    }

    @Override
    public Optional<String> lacks() throws InterruptedException {
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.empty() : Optional.of(red(answer.body()));
        } catch (ConnectException e) {
            return Optional.of("not listening yet");
        } catch (IOException e) {
            return Optional.of("its health does not answer: overloaded, or cut off from what it needs");
        }
    }

    private static String data(JsonNode data) {
        var words = data.properties().stream()
                .map(one -> one.getKey() + ": " + one.getValue().asText())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " (" + words + ")";
    }

    /** The names of the checks that are down, with what they say of themselves. */
    static String red(String body) {
        try {
            var names = new ArrayList<String>();
            for (var check : JSON.readTree(body).path("checks")) {
                if (!check.path("status").asText().equals("UP")) {
                    names.add(check.path("name").asText() + data(check.path("data")));
                }
            }
            return "waits for " + String.join(", ", names);
        } catch (JacksonException e) {
            return "not ready";
        }
    }
}
