package im.sparrow.bench.town;

import im.sparrow.bench.suite.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Makes a suite believe our tokens, and waits until it does. */
public final class Door {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int TRIES = 100;
    private static final long PAUSE_MS = 1_000;

    private Door() {}

    /** Tokens that the whole suite believes; takes up to a minute, until auth-service looks at its keys again. */
    public static Tokens open(Installation installation, Consumer<String> say)
            throws SQLException, InterruptedException {
        Tokens tokens = Tokens.in(installation.home().resolve("bench.key"));
        try (Connection auth = installation.database("auth")) {
            tokens.publish(auth);
        }
        say.accept("waiting until auth-service publishes the key that tokens are signed with (it looks once a minute)");
        URI api = installation.gateway().resolve("/api/v1/conversations");
        try (var http = HttpClient.newHttpClient()) {
            for (int i = 0; i < TRIES; i++) {
                // The log believes it, and so does the gateway itself, which then finds the body lacking.
                if (status(http, request(tokens, api)) == OK
                        && status(
                                        http,
                                        request(tokens, URI.create(api + "/1/messages"))
                                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                                .header("Content-Type", "application/json"))
                                != UNAUTHORIZED) {
                    return tokens;
                }
                Thread.sleep(PAUSE_MS);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Nothing answers at " + installation.gateway(), e);
        }
        throw new IllegalStateException("auth-service does not publish the key");
    }

    private static HttpRequest.Builder request(Tokens tokens, URI uri) {
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + tokens.of(1));
    }

    private static int status(HttpClient http, HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
