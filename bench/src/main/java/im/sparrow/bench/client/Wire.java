package im.sparrow.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;

/** WebSocket frames as a client makes them: masked as the protocol demands, with the mask that changes nothing. */
public final class Wire {

    static final int TEXT = 0x81;
    static final int PONG = 0x8a;
    static final int OP_CLOSE = 8;
    static final int OP_PING = 9;
    static final int SHORT = 125;
    static final int TWO_BYTES = 126;
    private static final int MASKED = 0x80;

    private Wire() {}

    /** Adds a text frame. */
    public static void text(ByteBuf out, String text) {
        header(out, TEXT, ByteBufUtil.utf8Bytes(text));
        ByteBufUtil.writeUtf8(out, text);
    }

    /** Begins a text frame of so many bytes, which the caller adds. */
    public static void head(ByteBuf out, int length) {
        header(out, TEXT, length);
    }

    static void header(ByteBuf out, int first, int length) {
        out.writeByte(first);
        if (length <= SHORT) {
            out.writeByte(MASKED | length);
        } else {
            out.writeByte(MASKED | TWO_BYTES).writeShort(length);
        }
        out.writeInt(0);
    }

    /** The opening request. */
    static byte[] opening(String host) {
        return ("GET /ws HTTP/1.1\r\nHost: " + host + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Key: c3BhcnJvdy1iZW5jaC0xMjM=\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Protocol: sparrow.v1\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
