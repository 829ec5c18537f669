package im.sparrow.e2e.person;

import java.net.URI;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A plain WebSocket: text out, text in, whole frames only. */
final class Line implements WebSocket.Listener {

    private final Consumer<String> hears;
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    Line(URI uri, Consumer<String> hears) {
        this.hears = hears;
        socket = Door.client()
                .newWebSocketBuilder()
                .subprotocols("sparrow.v1")
                .buildAsync(uri, this)
                .join();
    }

    // The JDK takes the next text only when the one before it has gone.
    synchronized void sends(String text) {
        last = last.thenCompose(gone -> socket.sendText(text, true));
    }

    void drops() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean whole) {
        part.append(text);
        if (whole) {
            var frame = part.toString();
            part.setLength(0);
            hears.accept(frame);
        }
        from.request(1);
        return null;
    }
}
