package im.sparrow.gateway;

import im.sparrow.testing.TestTokens;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client that puts its bytes on the wire by itself, so that they can be wrong. */
final class RawSocket implements AutoCloseable {

    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;
    static final int FINAL = 0x80;

    private static final int MASKED = 0x80;
    private static final int PATIENCE_MS = 10_000;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    /** A frame as it came. */
    record Frame(int opcode, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The code of a close; 0 when it says none. */
        int code() {
            return body.length < 2 ? 0 : (body[0] & 0xff) << 8 | body[1] & 0xff;
        }
    }

    private RawSocket() throws IOException {
        socket = new Socket("127.0.0.1", RestAssured.port);
        socket.setSoTimeout(PATIENCE_MS);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
        out.write(("GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Protocol: sparrow.v1\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        if (!head.toString(StandardCharsets.US_ASCII).startsWith("HTTP/1.1 101")) {
            throw new IOException(head.toString(StandardCharsets.US_ASCII));
        }
    }

    /** Open, and nothing said. */
    static RawSocket open() throws IOException {
        return new RawSocket();
    }

    /** After the welcome of this user. */
    static RawSocket greeted(long user) throws IOException {
        FakeServices.INSTANCE.away(false);
        var raw = new RawSocket();
        raw.say(
                FINAL | TEXT,
                "{\"t\":\"hello\",\"token\":\"" + TestTokens.user(user).sign() + "\",\"deviceId\":\"raw\"}");
        while (!raw.hear().text().contains("\"welcome\"")) {
            // What comes before it.
        }
        return raw;
    }

    void say(int first, String text) throws IOException {
        say(first, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A masked frame with this first byte. */
    void say(int first, byte[] body) throws IOException {
        head(first, MASKED, body.length);
        out.writeInt(0);
        out.write(body);
        out.flush();
    }

    /** A frame without a mask, which no client may send. */
    void sayUnmasked(int first, byte[] body) throws IOException {
        head(first, 0, body.length);
        out.write(body);
        out.flush();
    }

    /** Only the head of a frame that is said to be so long. */
    void sayHead(int first, long length) throws IOException {
        out.writeByte(first);
        out.writeByte(MASKED | 127);
        out.writeLong(length);
        out.writeInt(0);
        out.flush();
    }

    private void head(int first, int mask, int length) throws IOException {
        out.writeByte(first);
        if (length < 126) {
            out.writeByte(mask | length);
        } else if (length < 65_536) {
            out.writeByte(mask | 126);
            out.writeShort(length);
        } else {
            out.writeByte(mask | 127);
            out.writeLong(length);
        }
    }

    /** The next frame. */
    Frame hear() throws IOException {
        int opcode = in.readUnsignedByte() & 0xf;
        int length = in.readUnsignedByte();
        byte[] body = new byte[length == 126 ? in.readUnsignedShort() : length];
        in.readFully(body);
        return new Frame(opcode, body);
    }

    /** All frames until the close, and the close; or until the end when there is none. */
    List<Frame> rest() throws IOException {
        List<Frame> rest = new ArrayList<>();
        try {
            do {
                rest.add(hear());
            } while (rest.getLast().opcode() != CLOSE);
        } catch (EOFException cut) {
            // Without a close.
        }
        return rest;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
