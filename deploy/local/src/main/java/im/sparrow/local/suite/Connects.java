package im.sparrow.local.suite;

import im.sparrow.local.part.Readiness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/**
 * Whether something takes connections.
 *
 * @param port on 127.0.0.1
 */
record Connects(int port) implements Readiness {
    private static final int PATIENCE_MILLIS = 1000;

    @Override
    public Optional<String> lacks() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("not listening yet");
        }
    }
}
