package im.sparrow.local.relay;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Says its name to whoever connects, and then all that it hears. */
final class Echo implements AutoCloseable {
    private final char name;
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final HttpServer health = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean ready = true;

    Echo(char name) throws IOException {
        this.name = name;
        health.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(ready ? 200 : 503, -1);
            exchange.close();
        });
        health.start();
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    int health() {
        return health.getAddress().getPort();
    }

    void ready(boolean now) {
        ready = now;
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> answer(socket));
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            socket.getOutputStream().write(name);
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            return; // the other side has gone
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        health.stop(0);
        for (var socket : sockets) {
            socket.close();
        }
    }
}
