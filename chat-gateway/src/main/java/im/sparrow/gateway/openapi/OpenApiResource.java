package im.sparrow.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import im.sparrow.gateway.proxy.ProxyConfig;
import im.sparrow.gateway.proxy.Upstream;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The whole public REST interface as one OpenAPI document, asked of the services at most once a minute. */
@Path("/api/v1/openapi.json")
@PermitAll
class OpenApiResource {

    private static final Logger LOG = Logger.getLogger(OpenApiResource.class);
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ProxyConfig upstreams;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final URI own;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private @Nullable ObjectNode merged;
    private Instant mergedAt = Instant.EPOCH;

    OpenApiResource(
            ProxyConfig upstreams,
            ObjectMapper json,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.upstreams = upstreams;
        this.json = json;
        this.clock = clock;
        this.own = URI.create("http://127.0.0.1:" + port + "/api/v1/gateway/openapi.json");
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public synchronized ObjectNode document() throws InterruptedException {
        ObjectNode known = merged;
        if (known == null || clock.instant().isAfter(mergedAt.plus(KEPT))) {
            known = merge();
            merged = known;
            mergedAt = clock.instant();
        }
        return known;
    }

    private ObjectNode merge() throws InterruptedException {
        SortedMap<String, JsonNode> documents = new TreeMap<>();
        ask("gateway", own, documents);
        for (Upstream upstream : Upstream.values()) {
            ask(
                    upstream.name().toLowerCase(Locale.ROOT),
                    upstreams.of(upstream).resolve("/api/v1/openapi.json"),
                    documents);
        }
        ObjectNode whole = json.createObjectNode().put("openapi", "3.1.0");
        whole.putObject("info").put("title", "Sparrow").put("version", "v1");
        return Merge.merge(documents, whole);
    }

    private void ask(String name, URI uri, SortedMap<String, JsonNode> documents) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(uri)
                    .timeout(PATIENCE)
                    .header("Accept", "application/json")
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() == 200) {
                    documents.put(name, json.readTree(body));
                }
            }
        } catch (IOException away) {
            // The document is served without this part and made again in a minute.
            LOG.warnf("no OpenAPI document of %s: %s", name, away.getMessage());
        }
    }
}
