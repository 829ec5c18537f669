package im.sparrow.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether a service is there and ready, in its own words. */
final class HealthCheck implements Check {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Installation.Service service;

    HealthCheck(Installation.Service service) {
        this.service = service;
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public String holds() {
        return service.name() + " is ready";
    }

    @Override
    public List<Finding> look() {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(service.management().resolve("/q/health"))
                    .timeout(PATIENCE)
                    .build();
            return of(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException away) {
            return List.of(new Finding(
                    name(),
                    "does not answer at " + service.management(),
                    "start it; on one machine ./sparrow status and ./sparrow logs " + name() + " say more"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private List<Finding> of(String body) throws IOException {
        var findings = new ArrayList<Finding>();
        for (JsonNode check : JSON.readTree(body).path("checks")) {
            if (!check.path("status").asText().equals("UP")) {
                findings.add(new Finding(
                        name(),
                        "says that it is not well: " + check.path("name").asText() + " "
                                + (check.path("data").isMissingNode() ? "" : check.path("data")),
                        "it goes on by itself when what it names is back; if that is there, see its log"));
            }
        }
        return findings;
    }
}
