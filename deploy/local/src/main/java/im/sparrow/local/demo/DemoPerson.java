package im.sparrow.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Somebody of the demo, logged in over the public door. */
final class DemoPerson {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "123456";
    private static final int CREATED = 201;

    private final String door;
    private final String token;

    private DemoPerson(String door, String token) {
        this.door = door;
        this.token = token;
    }

    static DemoPerson logIn(String door, String name) throws IOException, InterruptedException {
        var body = JSON.createObjectNode().put("username", name).put("password", PASSWORD);
        var answer = send(post(door + "/api/v1/auth/login", body));
        return new DemoPerson(door, checked(answer).path("accessToken").asText());
    }

    /** The ids of his first 200 conversations: a group's by its name, a one-to-one's by the other's name with an @. */
    Map<String, String> conversations() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(door + "/api/v1/conversations?limit=200"))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .build();
        var found = new HashMap<String, String>();
        for (var one : checked(send(request)).path("items")) {
            var name = one.has("peer")
                    ? "@" + one.path("peer").path("username").asText()
                    : one.path("title").asText();
            found.put(name, one.path("id").asText());
        }
        return found;
    }

    /** Says it; a repeat is the same message. */
    void say(String conversation, DemoText line) throws IOException, InterruptedException {
        var body = JSON.createObjectNode().put("type", "text");
        body.putObject("body").put("text", line.text());
        var request = post(door + "/api/v1/conversations/" + conversation + "/messages", body)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", line.id().toString());
        checked(send(request));
    }

    private static HttpRequest.Builder post(String url, ObjectNode body) throws IOException {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return send(request.build());
    }

    private static HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, BodyHandlers.ofByteArray());
    }

    private static JsonNode checked(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() > CREATED) {
            var code = JSON.readTree(answer.body()).path("code").asText();
            throw new IOException(answer.uri().getPath() + " answered " + answer.statusCode() + " " + code);
        }
        return JSON.readTree(answer.body());
    }
}
