package im.sparrow.bench.stage;

import im.sparrow.bench.machine.Stopwatch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.function.IntFunction;

/** Asks over REST through the gateway, one question after the other on one connection, and times each. */
final class Asking implements AutoCloseable {

    private static final int OK = 200;

    private final Ground ground;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Asking(Ground ground, long user) {
        this.ground = ground;
        this.token = ground.tokens().of(user);
    }

    /** One question whose answer may take several requests. */
    interface Question {
        void ask() throws InterruptedException;
    }

    /** The body of one answer. */
    String get(String path) throws InterruptedException {
        URI uri = ground.installation().gateway().resolve("/api/v1" + path);
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + path, e);
        }
    }

    /** Times so many questions, after as many and for as long as the effort says that only warm up; keeps the window. */
    Line timed(Result result, String label, int times, IntFunction<Question> question) throws InterruptedException {
        long warm = System.nanoTime() + (long) (ground.effort().warmUp() * 1e9);
        for (int i = 0; i < times || System.nanoTime() < warm; i++) {
            question.apply(i).ask();
        }
        var millis = new ArrayList<Double>();
        var stopwatch = Stopwatch.start(ground.installation().processes());
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            question.apply(times + i).ask();
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        var sorted = millis.stream().sorted().toList();
        Line line = Line.of(label, 0, times, sorted.get(times / 2), sorted.get(times * 99 / 100), 0, stopwatch.stop());
        result.lines().add(line);
        ground.say().accept("  " + line.text());
        return line;
    }

    @Override
    public void close() {
        http.close();
    }
}
