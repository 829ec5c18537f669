package im.sparrow.auth.photo;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Fetches pictures from a provider: small ones, soon or not at all. */
@Singleton
public class Pictures {

    /** Bytes of a picture; a larger one is passed over. */
    static final int MOST_BYTES = 512 * 1024;

    private static final Logger LOG = Logger.getLogger(Pictures.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(Redirect.NEVER)
            .build();

    @PreDestroy
    void stop() {
        client.close();
    }

    /** The picture at an address that the caller has found to be its provider's; empty when there is none to be had. */
    public Optional<Picture> fetch(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
        try {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] content = body.readNBytes(MOST_BYTES + 1);
                return answer.statusCode() == OK && content.length <= MOST_BYTES
                        ? Picture.of(content)
                        : Optional.empty();
            }
        } catch (IOException away) {
            LOG.infof("no picture from %s: %s", address.getHost(), away.getMessage());
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
