package im.sparrow.e2e.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A WebSocket by hand: frames are what the bytes say, so that they can also be wrong. */
public final class RawSocket implements AutoCloseable {

    /** A text frame. */
    public static final int TEXT = 1;
    /** A binary frame. */
    public static final int BINARY = 2;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CLOSE = 8;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int ABNORMAL = 1006;

    private final Wire wire;
    private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    /** What came: a frame, or the end with its code. */
    public record Heard(Optional<JsonNode> frame, int closed) {

        /** The frame's name. */
        public String t() {
            return frame.map(json -> json.path("t").asText()).orElse("");
        }

        /** A field of it. */
        public String text(String field) {
            return frame.map(json -> json.path(field).asText()).orElse("");
        }
    }

    /** Opens one at a gateway; nothing is said in it yet. */
    public RawSocket(int port) throws IOException {
        this(port, 0, new Semaphore(Integer.MAX_VALUE));
    }

    /** One whose owner reads only when there is a permit, and in small sips. */
    public static RawSocket lazy(int port, int receiveBuffer, Semaphore reading) throws IOException {
        return new RawSocket(port, receiveBuffer, reading);
    }

    private RawSocket(int port, int receiveBuffer, Semaphore reading) throws IOException {
        wire = new Wire(port, receiveBuffer);
        wire.say(("GET /ws HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Protocol: sparrow.v1\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        var in = new DataInputStream(wire.in());
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("no socket: " + head);
        }
        wire.patience(0);
        Thread.ofVirtual().start(() -> listen(in, reading));
    }

    private void listen(DataInputStream in, Semaphore reading) {
        try {
            while (true) {
                reading.acquireUninterruptibly();
                int kind = in.readUnsignedByte() & 0x0f;
                long length = in.readUnsignedByte();
                length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
                var payload = in.readNBytes((int) length);
                if (kind == CLOSE) {
                    heard.add(new Heard(Optional.empty(), (payload[0] & 0xff) << 8 | payload[1] & 0xff));
                    return;
                }
                if (kind == TEXT) {
                    heard.add(new Heard(Optional.of(JSON.readTree(payload)), 0));
                }
            }
        } catch (IOException | ArrayIndexOutOfBoundsException ended) {
            heard.add(new Heard(Optional.empty(), ABNORMAL));
        }
    }

    /** A frame in one piece. */
    public void say(String text) throws IOException {
        say(frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Bytes, whatever they are. */
    public void say(byte[] bytes) throws IOException {
        try {
            wire.say(bytes);
        } catch (IOException ended) {
            // The end is heard, not said.
        }
    }

    /** One frame's bytes, masked with zeros so that they can be read. */
    public static byte[] frame(int kind, boolean last, byte[] payload) {
        var frame = new ByteArrayOutputStream();
        frame.write(kind | (last ? FINAL : 0));
        if (payload.length < 126) {
            frame.write(MASKED | payload.length);
        } else if (payload.length <= 0xffff) {
            frame.write(MASKED | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(MASKED | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    /** The same payload in so many fragments. */
    public static byte[] fragments(byte[] payload, int count) {
        var all = new ByteArrayOutputStream();
        int size = Math.max(1, payload.length / count);
        for (int i = 0; i < count; i++) {
            int to = i == count - 1 ? payload.length : (i + 1) * size;
            all.writeBytes(frame(i == 0 ? TEXT : 0, i == count - 1, Arrays.copyOfRange(payload, i * size, to)));
        }
        return all.toByteArray();
    }

    /** The next thing that came; empty when nothing did in that time. */
    public Optional<Heard> next(long millis) throws InterruptedException {
        return Optional.ofNullable(heard.poll(millis, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
