package im.sparrow.verify.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The relay's control. What is done to a way lasts until {@link #heal}. */
public final class Routes {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String control;

    Routes(String control) {
        this.control = control;
    }

    /** Nothing passes and nobody is told, as when a cable is pulled. */
    public void cut(String route) throws InterruptedException {
        put(route, "state=cut");
    }

    /** Everything comes so much later, each way. A {@code *} in the name stands for anything. */
    public void slow(String route, Duration delay) throws InterruptedException {
        put(route, "delay=" + delay.toMillis());
    }

    /** All is as it was. */
    public void heal(String route) throws InterruptedException {
        put(route, "state=open&delay=0");
    }

    private void put(String route, String words) throws InterruptedException {
        String name = URLEncoder.encode(route, StandardCharsets.UTF_8)
                .replace("%7E", "~")
                .replace("%2A", "*");
        var request = HttpRequest.newBuilder(URI.create(control + "/routes/" + name + "?" + words))
                .timeout(PATIENCE)
                .PUT(BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(
                        "the relay says " + answer.statusCode() + " to " + route + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no relay at " + control, e);
        }
    }
}
