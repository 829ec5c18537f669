package im.sparrow.e2e.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import im.sparrow.verify.client.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A plain connection: no outbox, no order, no memory but a transcript of every frame, both ways. */
public final class Wire implements AutoCloseable, WebSocket.Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<String> transcript = new CopyOnWriteArrayList<>();
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private Wire(HttpClient http, URI url) {
        socket = http.newWebSocketBuilder()
                .subprotocols("sparrow.v1")
                .buildAsync(URI.create(url.toString().replaceFirst("http", "ws") + "/ws"), this)
                .join();
    }

    static Wire open(HttpClient http, URI url, String token, Map<Room, long[]> heads) {
        var wire = new Wire(http, url);
        ObjectNode hello = Json.object().put("t", "hello").put("token", token).put("deviceId", "wire");
        ObjectNode held = hello.putObject("heads");
        heads.forEach((room, head) -> held.putArray(room.id()).add(head[0]).add(head[1]));
        wire.writes(hello);
        wire.hears("welcome");
        return wire;
    }

    /** Writes a frame; a token stays out of the transcript. */
    public void writes(ObjectNode frame) {
        ObjectNode written = frame.deepCopy();
        if (written.has("token")) {
            written.put("token", "…");
        }
        transcript.add("> " + written);
        socket.sendText(frame.toString(), true).join();
    }

    /** Says a text under this id. */
    public void sends(Room room, UUID clientMsgId, String text) {
        ObjectNode frame = Json.object()
                .put("t", "send")
                .put("clientMsgId", clientMsgId.toString())
                .put("conversationId", room.id())
                .put("type", "text");
        frame.putObject("body").put("text", text);
        writes(frame);
    }

    /** Asks for what follows a number: {@code afterSeq} or {@code afterChangeSeq}. */
    public JsonNode pulls(Room room, String after, long number) {
        String ref = UUID.randomUUID().toString();
        writes(Json.object()
                .put("t", "pull")
                .put("ref", ref)
                .put("conversationId", room.id())
                .put(after, number)
                .put("limit", 200));
        return hears(frame -> is(frame, "page") && ref.equals(Json.text(frame, "ref")));
    }

    /** Waits for the first frame that is meant, also among those that came before. */
    public JsonNode hears(Predicate<JsonNode> meant) {
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> frames.stream().filter(meant).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until something is so. */
    public void waits(BooleanSupplier wish) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(wish::getAsBoolean);
    }

    /** Waits for a frame of this name. */
    public JsonNode hears(String name) {
        return hears(frame -> is(frame, name));
    }

    /** Every frame of this name so far. */
    public Stream<JsonNode> heard(String name) {
        return frames.stream().filter(frame -> is(frame, name));
    }

    /** Whether a frame has this name. */
    public static boolean is(JsonNode frame, String name) {
        return frame.path("t").asText().equals(name);
    }

    /** Everything that was said, both ways, in order. */
    public List<String> transcript() {
        return List.copyOf(transcript);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        partial.append(part);
        if (last) {
            transcript.add("< " + partial);
            frames.add(Json.read(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        socket.abort();
    }
}
