package im.sparrow.verify.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection: text frames out, JSON in, and exactly one end. Written by one thread at a time. */
final class Socket implements WebSocket.Listener {

    /** The code of an end without a close frame. */
    static final int CUT = 1006;

    private static final Duration OPENING = Duration.ofSeconds(5);
    private static final long WRITING_S = 10;

    private final Consumer<JsonNode> frames;
    private final BiConsumer<Socket, Integer> ended;
    private final AtomicBoolean over = new AtomicBoolean();
    private final StringBuilder partial = new StringBuilder();
    private final AtomicBoolean stalled = new AtomicBoolean();
    private final AtomicBoolean owed = new AtomicBoolean();
    private @Nullable WebSocket socket;

    private Socket(Consumer<JsonNode> frames, BiConsumer<Socket, Integer> ended) {
        this.frames = frames;
        this.ended = ended;
    }

    /**
     * Opens.
     *
     * @param gateway any number: the same one means the same gateway
     * @param frames hears each frame
     * @param ended hears the end once, with the close code
     * @return null when no connection came about; then nobody hears of an end
     */
    static @Nullable Socket open(Rest rest, int gateway, Consumer<JsonNode> frames, BiConsumer<Socket, Integer> ended) {
        var socket = new Socket(frames, ended);
        try {
            socket.socket = rest.http()
                    .newWebSocketBuilder()
                    .subprotocols("sparrow.v1")
                    .connectTimeout(OPENING)
                    .buildAsync(rest.socket(gateway), socket)
                    .get(2 * OPENING.toSeconds(), TimeUnit.SECONDS);
            return socket;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Writes a frame; a failure ends the connection. */
    void write(JsonNode frame) {
        try {
            CompletableFuture<?> written = open().sendText(frame.toString(), true);
            written.get(WRITING_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            cut();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cut();
        }
    }

    private WebSocket open() {
        WebSocket open = socket;
        if (open == null) {
            throw new IllegalStateException("not open");
        }
        return open;
    }

    /** Ends it as a pulled cable does. */
    void cut() {
        if (socket != null) {
            socket.abort();
        }
        end(CUT);
    }

    private void end(int code) {
        if (over.compareAndSet(false, true)) {
            ended.accept(this, code);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        partial.append(part);
        if (last) {
            JsonNode frame = Json.read(partial.toString());
            partial.setLength(0);
            frames.accept(frame);
        }
        owed.set(true);
        if (!stalled.get()) {
            read();
        }
        return null;
    }

    /** Stops reading: what comes fills the buffers between here and the gateway. */
    void stall() {
        stalled.set(true);
    }

    /** Reads on. */
    void read() {
        stalled.set(false);
        if (socket != null && owed.getAndSet(false)) {
            socket.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        throw new IllegalStateException("the server sent a binary frame");
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(CUT);
    }
}
