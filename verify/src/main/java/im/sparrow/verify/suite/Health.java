package im.sparrow.verify.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether parts do their work, by what they say themselves: readiness over HTTP, a greeting, a connection. */
final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int OK = 200;
    private static final int GREETING = 5;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    boolean isReady(Roster.Part part) {
        if (part.management() > 0) {
            return answers(URI.create("http://127.0.0.1:" + part.management() + "/q/health/ready"));
        }
        return part.service().equals("database") ? greets(part.port()) : connects(part.port());
    }

    private boolean answers(URI address) {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A database speaks first; one that only connects is starting, or has too many guests. */
    private static boolean greets(int port) {
        try (var socket = open(port)) {
            byte[] header = socket.getInputStream().readNBytes(GREETING);
            return header.length == GREETING && header[GREETING - 1] == 10;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean connects(int port) {
        try (var socket = open(port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Socket open(int port) throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
