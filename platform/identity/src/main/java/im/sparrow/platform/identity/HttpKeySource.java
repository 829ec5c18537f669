package im.sparrow.platform.identity;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The JWKS of auth-service over HTTP. */
@Singleton
@DefaultBean
final class HttpKeySource implements KeySource {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MAX_LENGTH = 64 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI url;

    HttpKeySource(IdentityConfig config) {
        this.url = config.jwksUrl();
    }

    @Override
    public String jwks() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.body().length() > MAX_LENGTH) {
            throw new IOException("the keys' owner answers " + answer.statusCode());
        }
        return answer.body();
    }
}
