package im.sparrow.gateway.fanout;

import im.sparrow.contracts.frame.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Frames over a WebSocket, written from its encoder's own place in the channel so that the encoder does not copy them
 * once more. Only the closing handshake goes by way of the framework, on the same loop and so after them.
 *
 * <p>Invariant: never more than the bound, what was asked for, and one write wait in the channel after the system was
 * offered all of it. Whoever exceeds it is told once and gets nothing more; he is expected to close this. What is larger
 * than {@value #ASKED} bytes was asked for (a page), and whoever asks for it counts it.
 */
public final class WebSocketOutlet implements Outlet {

    /** The name under which the framework puts its encoder into a channel. */
    static final String ENCODER = "wsencoder";

    /** How long the other side may take over the closing handshake. */
    private static final long CLOSE_SECONDS = 5;

    /** No frame of the stream is larger, but for a message of the longest kind. */
    private static final int ASKED = 96 * 1024;

    private static final ByteBuf PING = Unpooled.unreleasableBuffer(
            Unpooled.directBuffer(2).writeByte(0x89).writeByte(0).asReadOnly());

    private final Channel channel;
    private final IntConsumer handshake;
    private final Runnable overfull;
    private final long bound;
    private final Stragglers stragglers;

    // On the loop only.
    private @Nullable ChannelHandlerContext encoder;
    private boolean ended;
    private boolean unflushed;
    private long asked;

    /**
     * @param channel the socket's channel, after its upgrade
     * @param bound bytes that may wait in it
     * @param handshake begins the closing handshake with a code
     * @param overfull called once on the loop when the bound is exceeded
     * @param stragglers where a slow reader may wait for its end
     */
    public WebSocketOutlet(
            Channel channel, long bound, IntConsumer handshake, Runnable overfull, Stragglers stragglers) {
        this.channel = channel;
        this.bound = bound;
        this.handshake = handshake;
        this.overfull = overfull;
        this.stragglers = stragglers;
    }

    @Override
    public EventExecutor loop() {
        return channel.eventLoop();
    }

    @Override
    public void write(SharedFrame frame) {
        ChannelHandlerContext context = context();
        if (context == null) {
            return;
        }
        if (pendingBytes() > bound + asked) {
            // One poll may bring more than the bound to somebody who reads: only what the system does not take counts.
            context.flush();
            unflushed = false;
        }
        long pending = pendingBytes();
        if (pending > bound + asked) {
            ended = true;
            overfull.run();
            return;
        }
        ByteBuf bytes = frame.webSocket();
        if (pending <= ASKED) {
            asked = 0;
        }
        if (bytes.readableBytes() > ASKED) {
            asked += bytes.readableBytes();
        }
        context.write(bytes, channel.voidPromise());
        unflushed = true;
    }

    @Override
    public void heartbeat() {
        ChannelHandlerContext context = context();
        if (context != null) {
            context.writeAndFlush(PING.duplicate(), channel.voidPromise());
        }
    }

    @Override
    public void flush() {
        ChannelHandlerContext context = unflushed ? context() : null;
        if (context != null) {
            unflushed = false;
            context.flush();
        }
    }

    @Override
    public void close(CloseCode code) {
        if (!loop().inEventLoop()) {
            loop().execute(() -> close(code));
            return;
        }
        ended = true;
        if (channel.isOpen()) {
            handshake.accept(code.code());
            boolean stays = code == CloseCode.SLOW_CONSUMER && stragglers.admit(channel, pendingBytes());
            long seconds = stays ? Stragglers.STAY.toSeconds() : CLOSE_SECONDS;
            loop().schedule(() -> channel.close(), seconds, TimeUnit.SECONDS);
        }
    }

    @Override
    public long pendingBytes() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /** The encoder's place, or null when the socket is over: its handlers are gone before anyone is told. */
    private @Nullable ChannelHandlerContext context() {
        if (ended) {
            return null;
        }
        ChannelHandlerContext context = encoder;
        if (context == null) {
            context = channel.pipeline().context(ENCODER);
            encoder = context;
        }
        return context == null || context.isRemoved() || !channel.isActive() ? null : context;
    }
}
