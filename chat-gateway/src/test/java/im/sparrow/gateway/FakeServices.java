package im.sparrow.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import im.sparrow.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The services behind the gateway as one small HTTP server: the three questions to the message log, the service token,
 * and whatever a test wants proxied. Stands in for other processes, not for code of ours.
 */
public final class FakeServices {

    /** One for all tests of this JVM; users and conversations of a test are its own. */
    public static final FakeServices INSTANCE = new FakeServices(Integer.getInteger(ServicesResource.PORT));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<long[]>> rooms = new ConcurrentHashMap<>();
    private final Map<String, String> changed = new ConcurrentHashMap<>();
    private final Map<String, Function<HttpExchange, Reply>> paths = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String epoch = "1";
    private volatile boolean away;
    private boolean slowly;
    private final Map<String, Runnable> whenRoomsAsked = new ConcurrentHashMap<>();

    /** An answer. */
    public record Reply(int status, String type, byte[] body) {

        /** JSON with 200. */
        public static Reply json(String body) {
            return new Reply(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private FakeServices(int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::handle);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A user's open interval: conversation, fromSeq, seq, changeSeq. */
    public void room(long user, long conversation, long from, long seq, long change) {
        rooms.computeIfAbsent(Long.toString(user), u -> new CopyOnWriteArrayList<>())
                .add(new long[] {conversation, from, seq, change});
    }

    /** Takes all rooms of a user away. */
    public void noRooms(long user) {
        rooms.remove(Long.toString(user));
    }

    /** What {@code changed} answers for a user: the fields after the epoch. */
    public void changed(long user, String fields) {
        changed.put(Long.toString(user), fields);
    }

    /** Whether message-service is away. */
    public void away(boolean gone) {
        away = gone;
    }

    /** Whether pages are held back. */
    public synchronized void slowly(boolean slow) {
        slowly = slow;
        notifyAll();
    }

    private synchronized void pace() {
        try {
            while (slowly) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Another epoch. */
    public void epoch(String now) {
        epoch = now;
    }

    /** Runs once, the next time a user's rooms are asked for, between the answer's making and its sending. */
    public void whenRoomsAreAsked(long user, Runnable once) {
        whenRoomsAsked.put(Long.toString(user), once);
    }

    /** What is answered under a path. */
    public void serve(String path, Function<HttpExchange, Reply> reply) {
        paths.put(path, reply);
    }

    /** Answers a path by itself again. */
    public void stop(String path) {
        paths.remove(path);
    }

    /** Questions about a user so far, in order: {@code rooms}, {@code changed}, {@code page}. */
    public List<String> askedAbout(long user) {
        return asked.stream()
                .filter(line -> line.endsWith(" " + user))
                .map(line -> line.split(" ")[0])
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        var own = paths.get(path);
        if (own != null) {
            return own.apply(exchange);
        }
        if (path.equals("/.well-known/jwks.json")) {
            return Reply.json(TestTokens.jwks());
        }
        if (path.equals("/internal/v1/service-token")) {
            return Reply.json("{\"token\":\"" + TestTokens.service("gateway").sign()
                    + "\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}");
        }
        if (away || !path.startsWith("/internal/v1/")) {
            return new Reply(away ? 503 : 404, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        }
        JsonNode question = JSON.readTree(exchange.getRequestBody());
        return switch (path) {
            case "/internal/v1/rooms" -> rooms(question);
            case "/internal/v1/changed" -> changed(question);
            case "/internal/v1/pages" -> pages(question);
            default -> new Reply(404, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        };
    }

    private Reply rooms(JsonNode question) throws JsonProcessingException {
        Map<String, List<Object>> users = new ConcurrentHashMap<>();
        for (JsonNode user : question.get("userIds")) {
            asked.add("rooms " + user.asText());
            List<Object> intervals = new ArrayList<>();
            for (long[] room : rooms.getOrDefault(user.asText(), List.of())) {
                intervals.add(new Object[] {Long.toString(room[0]), room[1], room[2], room[3]});
            }
            users.put(user.asText(), intervals);
        }
        for (JsonNode user : question.get("userIds")) {
            var once = whenRoomsAsked.remove(user.asText());
            if (once != null) {
                once.run();
            }
        }
        return Reply.json(JSON.writeValueAsString(Map.of("epoch", epoch, "users", users)));
    }

    private Reply changed(JsonNode question) {
        List<String> answers = new ArrayList<>();
        for (JsonNode device : question.get("devices")) {
            String user = device.get("userId").asText();
            asked.add("changed " + user);
            answers.add("{\"epoch\":\"" + epoch + "\"," + changed.getOrDefault(user, "\"conversations\":[]") + "}");
        }
        return Reply.json("[" + String.join(",", answers) + "]");
    }

    private Reply pages(JsonNode question) {
        pace();
        List<String> answers = new ArrayList<>();
        question.get("pages").forEach(page -> answers.add(page(page)));
        return Reply.json("[" + String.join(",", answers) + "]");
    }

    private String page(JsonNode question) {
        asked.add("page " + question.get("userId").asText());
        if (question.get("conversationId").asText().equals("404")) {
            return "{\"refused\":{\"code\":\"not_found\",\"detail\":\"There is nothing here that you may see.\"}}";
        }
        return "{\"page\":{\"conversationId\":" + question.get("conversationId")
                + ",\"items\":[],\"visible\":[[1,null]],\"head\":7,\"headChange\":0,\"question\":" + question + "}}";
    }
}
