package im.sparrow.e2e.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Bytes to a port of this machine and back: nothing is checked, completed or repaired on the way. */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MS = 8_000;

    private final Socket socket = new Socket();
    private final InputStream in;

    /** To a port of this machine. */
    public Wire(int port) throws IOException {
        this(port, 0);
    }

    /** The same with room for so few bytes that we do not read; 0 = as usual. */
    Wire(int port, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    void say(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /** Says a request and hears all of the answer: until it is whole, or the other side ends it. */
    public HttpAnswer ask(byte[] request) throws IOException {
        try {
            say(request);
        } catch (IOException closedWhileWeSpoke) {
            // It may have answered before that.
        }
        var heard = new ByteArrayOutputStream();
        try {
            var buffer = new byte[8_192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                heard.write(buffer, 0, n);
                if (HttpAnswer.isWhole(heard.toByteArray())) {
                    break;
                }
            }
        } catch (SocketTimeoutException silent) {
            heard.writeBytes("\r\n(it stayed silent)".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException reset) {
            // Closed with bytes of ours unread: what came before counts.
        }
        return HttpAnswer.of(heard.toByteArray());
    }

    /** How long a silence is borne; 0 = for ever. */
    void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    InputStream in() {
        return in;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
