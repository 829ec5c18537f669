package im.sparrow.gateway;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client with a plain WebSocket: says frames, remembers what it hears. */
public final class Socket implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private volatile boolean reading = true;
    private volatile int closed;

    private Socket(String... headers) {
        FakeServices.INSTANCE.away(false); // they must be there before anybody is let in
        var builder = HTTP.newWebSocketBuilder().subprotocols("sparrow.v1");
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + RestAssured.port + "/ws"), this)
                .join();
    }

    /** Opens a socket, with request headers by name and value. */
    public static Socket open(String... headers) {
        return new Socket(headers);
    }

    /** The status with which a socket is refused. */
    public static int refused(String... headers) {
        try (Socket opened = open(headers)) {
            throw new AssertionError("was opened: " + opened);
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException handshake && handshake.getResponse() != null) {
                return handshake.getResponse().statusCode();
            }
            throw e;
        }
    }

    /** Opens a socket and says hello with this token; returns after the welcome. */
    public static Socket greeted(String token) {
        Socket socket = open();
        socket.say("{'t':'hello','token':'" + token + "','deviceId':'test'}");
        socket.hears("welcome");
        return socket;
    }

    /** Says a frame; apostrophes stand for quotation marks. */
    public void say(String frame) {
        socket.sendText(frame.replace('\'', '"'), true).join();
    }

    /** The subprotocol that was agreed on. */
    public String protocol() {
        return socket.getSubprotocol();
    }

    /** Says bytes. */
    public void sayBinary(byte[] bytes) {
        socket.sendBinary(java.nio.ByteBuffer.wrap(bytes), true).join();
    }

    /** Says nothing more and reads nothing more. */
    public void stopReading() {
        reading = false;
    }

    /** Reads again. */
    public void readAgain() {
        reading = true;
        socket.request(1);
    }

    /** The first frame of this name that is heard, now or soon. */
    public JsonNode hears(String name) {
        return hears(frame -> frame.get("t").asText().equals(name));
    }

    /** The first frame like this that is heard, now or soon. */
    public JsonNode hears(Predicate<JsonNode> like) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> heard.stream().anyMatch(like));
        return heard.stream().filter(like).findFirst().orElseThrow();
    }

    /** All frames of this name so far. */
    public List<JsonNode> all(String name) {
        return heard.stream()
                .filter(frame -> frame.get("t").asText().equals(name))
                .toList();
    }

    /** All frames so far. */
    public List<JsonNode> heard() {
        return List.copyOf(heard);
    }

    /** Waits for the server's close. */
    public int closeCode() {
        return closeCode(PATIENCE);
    }

    /** Waits so long for the server's close. */
    public int closeCode(Duration patience) {
        await().atMost(patience).pollInterval(Duration.ofMillis(5)).until(() -> closed != 0);
        return closed;
    }

    /** Whether the server has closed it. */
    public boolean isClosed() {
        return closed != 0;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                heard.add(JSON.readTree(part.toString()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            part.setLength(0);
        }
        if (reading) {
            webSocket.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed = code;
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed = closed == 0 ? 1006 : closed;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
