package im.sparrow.gateway.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * One frame on its way to any number of outlets of one event loop, encoded once per kind of transport. Not for two
 * threads; whoever makes it releases it.
 */
public final class SharedFrame {

    private static final ByteBufAllocator ALLOCATOR = PooledByteBufAllocator.DEFAULT;

    private static final int FINAL_TEXT = 0x81;
    private static final int SHORT_MAX = 125;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int TWO_BYTES_MAX = 0xffff;

    private final byte[] text;
    private @Nullable ByteBuf webSocket;

    /**
     * @param text the frame's text in UTF-8; must not be changed
     */
    public SharedFrame(byte[] text) {
        this.text = text;
    }

    /** The frame as a WebSocket text frame; a duplicate of its own for the caller, who writes or releases it. */
    ByteBuf webSocket() {
        ByteBuf encoded = webSocket;
        if (encoded == null) {
            encoded = encode();
            webSocket = encoded;
        }
        return encoded.retainedDuplicate();
    }

    /** Bytes of the text. */
    int length() {
        return text.length;
    }

    /** Gives the shared bytes back once the last duplicate is written. */
    public void release() {
        if (webSocket != null) {
            webSocket.release();
            webSocket = null;
        }
    }

    private ByteBuf encode() {
        int length = text.length;
        ByteBuf frame = ALLOCATOR.directBuffer(length + 10);
        frame.writeByte(FINAL_TEXT);
        if (length <= SHORT_MAX) {
            frame.writeByte(length);
        } else if (length <= TWO_BYTES_MAX) {
            frame.writeByte(TWO_BYTES).writeShort(length);
        } else {
            frame.writeByte(EIGHT_BYTES).writeLong(length);
        }
        return frame.writeBytes(text);
    }
}
