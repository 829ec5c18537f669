package im.sparrow.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One client's socket: cuts frames out of what arrives and hands each to its ear, without a copy where it is whole. */
public final class Socket extends ChannelInboundHandlerAdapter {

    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final int place;
    private final byte[] opening;
    private final Ear ear;
    private @Nullable ChannelHandlerContext context;
    private @Nullable ByteBuf rest;
    private boolean open;
    private String why = "the other side closed";

    Socket(int place, byte[] opening, Ear ear) {
        this.place = place;
        this.opening = opening;
        this.ear = ear;
    }

    /** Its place among its like. */
    public int place() {
        return place;
    }

    /** A buffer to write frames into, for {@link #send}. */
    public ByteBuf buffer(int size) {
        return connected().alloc().ioBuffer(size);
    }

    /** Writes and flushes; the buffer is given away. */
    public void send(ByteBuf frames) {
        connected().writeAndFlush(frames, connected().voidPromise());
    }

    /** Writes one text frame and flushes. */
    public void send(String text) {
        ByteBuf frame = buffer(text.length() + 16);
        Wire.text(frame, text);
        send(frame);
    }

    /** Drops the connection without a word, as a lost network does. */
    public void drop() {
        connected().close();
    }

    private ChannelHandlerContext connected() {
        if (context == null) {
            throw new IllegalStateException("not connected yet");
        }
        return context;
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        context = active;
        active.writeAndFlush(active.alloc().ioBuffer(opening.length).writeBytes(opening));
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object read) {
        long now = System.nanoTime();
        ByteBuf in = joined((ByteBuf) read);
        try {
            if (open || opened(in)) {
                frames(in, now);
            }
            if (in.isReadable()) {
                rest = in.alloc().heapBuffer(in.readableBytes()).writeBytes(in);
            }
        } finally {
            in.release();
        }
    }

    private ByteBuf joined(ByteBuf more) {
        ByteBuf before = rest;
        if (before == null) {
            return more;
        }
        rest = null;
        ByteBuf both = before.alloc().heapBuffer(before.readableBytes() + more.readableBytes());
        both.writeBytes(before).writeBytes(more);
        before.release();
        more.release();
        return both;
    }

    private boolean opened(ByteBuf in) {
        for (int i = in.readerIndex(); i <= in.writerIndex() - END_OF_HEAD.length; i++) {
            if (in.getByte(i) == '\r'
                    && in.getByte(i + 2) == '\r'
                    && in.getByte(i + 1) == '\n'
                    && in.getByte(i + 3) == '\n') {
                String status = in.toString(in.readerIndex(), 12, StandardCharsets.US_ASCII);
                in.readerIndex(i + END_OF_HEAD.length);
                if (!status.endsWith(" 101")) {
                    why = "no upgrade: " + status;
                    drop();
                    return false;
                }
                open = true;
                ear.opened(this);
                return true;
            }
        }
        return false;
    }

    private void frames(ByteBuf in, long now) {
        while (in.readableBytes() >= 2) {
            int start = in.readerIndex();
            int length = in.getByte(start + 1) & 0x7f;
            int head = 2;
            if (length == Wire.TWO_BYTES) {
                if (in.readableBytes() < 4) {
                    return;
                }
                length = in.getUnsignedShort(start + 2);
                head = 4;
            } else if (length > Wire.TWO_BYTES) {
                if (in.readableBytes() < 10) {
                    return;
                }
                length = (int) in.getLong(start + 2);
                head = 10;
            }
            if (in.readableBytes() < head + length) {
                return;
            }
            frame(in, start, start + head, length, now);
            in.readerIndex(start + head + length);
        }
    }

    private void frame(ByteBuf in, int start, int at, int length, long now) {
        int first = in.getByte(start) & 0xff;
        if (first == Wire.TEXT) {
            ear.heard(this, in, at, length, now);
        } else if ((first & 0xf) == Wire.OP_PING) {
            ByteBuf pong = buffer(length + 8);
            Wire.header(pong, Wire.PONG, length);
            send(pong.writeBytes(in, at, length));
        } else if ((first & 0xf) == Wire.OP_CLOSE) {
            why = length >= 2 ? "closed with " + in.getUnsignedShort(at) : "closed";
            drop();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext gone) {
        ByteBuf left = rest;
        rest = null;
        if (left != null) {
            left.release();
        }
        ear.closed(this, why);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
        why = cause.toString();
        from.close();
    }
}
