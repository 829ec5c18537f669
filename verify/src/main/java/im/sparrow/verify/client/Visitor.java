package im.sparrow.verify.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection that is used by hand: a question, its answer; whatever else comes is told to who opened it. */
public final class Visitor implements AutoCloseable {

    private static final Duration WELCOME = Duration.ofSeconds(15);

    private final Map<String, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final CompletableFuture<JsonNode> welcome = new CompletableFuture<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final Consumer<JsonNode> overheard;
    private @Nullable Socket socket;

    private Visitor(Consumer<JsonNode> overheard) {
        this.overheard = overheard;
    }

    /**
     * Opens and says hello.
     *
     * @param gateway any number: the same one means the same gateway
     * @param overheard hears each frame that is no answer
     * @return empty when no welcome came
     */
    public static Optional<Visitor> open(Session session, String deviceId, int gateway, Consumer<JsonNode> overheard) {
        var visitor = new Visitor(overheard);
        String token = session.token();
        Socket socket =
                Socket.open(session.rest(), gateway, visitor::heard, (which, code) -> visitor.ended.complete(code));
        if (socket == null) {
            return Optional.empty();
        }
        visitor.socket = socket;
        socket.write(Json.object().put("t", "hello").put("token", token).put("deviceId", deviceId));
        if (within(visitor.welcome, WELCOME) == null) {
            visitor.close();
            return Optional.empty();
        }
        return Optional.of(visitor);
    }

    /** The session that the server says this is. */
    public String sessionId() {
        return Json.need(welcome.join(), "sessionId");
    }

    /** Whether it stands. */
    public boolean isOpen() {
        return !ended.isDone();
    }

    /** Asks; empty when nothing came in time, as to a frame that has no answer. The frame gets a ref and an id. */
    public Optional<JsonNode> ask(ObjectNode frame, Duration patience) {
        String id = UUID.randomUUID().toString();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(id, answer);
        frame.put("ref", id);
        switch (frame.path("t").asText()) {
            case "send" -> frame.put("clientMsgId", id);
            case "recall" -> frame.put("clientOpId", id);
            default -> {}
        }
        if (socket != null && isOpen()) {
            socket.write(frame);
        }
        JsonNode came = within(answer, patience);
        asked.remove(id);
        return Optional.ofNullable(came);
    }

    private void heard(JsonNode frame) {
        if (frame.path("t").asText().equals("welcome")) {
            welcome.complete(frame);
            return;
        }
        for (String name : new String[] {"ref", "re", "clientMsgId", "clientOpId"}) {
            CompletableFuture<JsonNode> waits = asked.get(frame.path(name).asText());
            if (waits != null) {
                waits.complete(frame);
                return;
            }
        }
        overheard.accept(frame);
    }

    /** The code with which it ended, if it does so in time. */
    public Optional<Integer> end(Duration patience) {
        return Optional.ofNullable(within(ended, patience));
    }

    private static <T> @Nullable T within(CompletableFuture<T> future, Duration patience) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.cut();
        }
    }
}
