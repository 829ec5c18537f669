package im.sparrow.gateway.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One frame, or several that follow each other, on the way to any number of outlets of one event loop: encoded once per
 * kind of transport. Not for two threads; whoever makes it releases it.
 */
public final class SharedFrame {

    private static final ByteBufAllocator ALLOCATOR = PooledByteBufAllocator.DEFAULT;

    private static final int FINAL_TEXT = 0x81;
    private static final int SHORT_MAX = 125;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int TWO_BYTES_MAX = 0xffff;

    private static final int HEADER_MAX = 10;

    private final List<byte[]> texts;
    private @Nullable ByteBuf webSocket;

    /**
     * @param texts each frame's text in UTF-8, in their order; must not be changed
     */
    public SharedFrame(List<byte[]> texts) {
        this.texts = texts;
    }

    /** The frames as WebSocket text frames; a duplicate of its own for the caller, who writes or releases it. */
    ByteBuf webSocket() {
        ByteBuf encoded = webSocket;
        if (encoded == null) {
            encoded = encode();
            webSocket = encoded;
        }
        return encoded.retainedDuplicate();
    }

    /** Gives the shared bytes back once the last duplicate is written. */
    public void release() {
        if (webSocket != null) {
            webSocket.release();
            webSocket = null;
        }
    }

    private ByteBuf encode() {
        int bytes = 0;
        for (byte[] text : texts) {
            bytes += HEADER_MAX + text.length;
        }
        ByteBuf frames = ALLOCATOR.directBuffer(bytes);
        texts.forEach(text -> encode(text, frames));
        return frames;
    }

    private static void encode(byte[] text, ByteBuf frame) {
        int length = text.length;
        frame.writeByte(FINAL_TEXT);
        if (length <= SHORT_MAX) {
            frame.writeByte(length);
        } else if (length <= TWO_BYTES_MAX) {
            frame.writeByte(TWO_BYTES).writeShort(length);
        } else {
            frame.writeByte(EIGHT_BYTES).writeLong(length);
        }
        frame.writeBytes(text);
    }
}
