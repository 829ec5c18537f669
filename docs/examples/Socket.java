import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Scanner;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The smallest client: says hello, sends each line of its input as a frame, prints every frame that comes.
 *
 * <pre>java docs/examples/Socket.java ws://127.0.0.1:7800/ws TOKEN [SECONDS]</pre>
 */
public class Socket implements WebSocket.Listener {

    private final StringBuilder frame = new StringBuilder();
    private final CountDownLatch welcomed = new CountDownLatch(1);

    public static void main(String[] args) throws Exception {
        var listener = new Socket();
        int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("sparrow.v1")
                .buildAsync(URI.create(args[0]), listener)
                .join();
        socket.sendText(
                        "{\"t\":\"hello\",\"token\":\"" + args[1] + "\",\"deviceId\":\"" + UUID.randomUUID()
                                + "\",\"heads\":{}}",
                        true)
                .join();
        listener.welcomed.await(10, TimeUnit.SECONDS);
        try (var input = new Scanner(System.in, "UTF-8")) {
            while (input.hasNextLine()) {
                String line = input.nextLine();
                if (!line.isBlank()) {
                    socket.sendText(line, true).join();
                }
            }
        }
        Thread.sleep(seconds * 1000L);
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        frame.append(part);
        if (last) {
            System.out.println(frame);
            if (frame.indexOf("\"welcome\"") > 0) {
                welcomed.countDown();
            }
            frame.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        System.err.println("closed " + code + " " + reason);
        welcomed.countDown();
        return null;
    }
}
