package im.sparrow.gateway.fanout;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A socket that is only its channel: what is written is kept, and whether the other side reads is said by the test. */
final class Wire extends EmbeddedChannel {

    private boolean read = true;

    Wire() {
        pipeline().addLast(WebSocketOutlet.ENCODER, new ChannelOutboundHandlerAdapter());
    }

    /** An outlet over it. */
    WebSocketOutlet outlet(long bound, Runnable overfull) {
        return new WebSocketOutlet(this, bound, code -> {}, overfull, new Stragglers(new SimpleMeterRegistry()));
    }

    /** The other side reads nothing more. */
    void stopReading() {
        read = false;
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer in) throws Exception {
        if (read) {
            super.doWrite(in);
        }
    }

    /** What was written so far, write by write: the short texts of its frames, joined by a blank. */
    List<String> writes() {
        List<String> writes = new ArrayList<>();
        for (ByteBuf write = next(); write != null; write = next()) {
            var frames = new ArrayList<String>();
            while (write.isReadable()) {
                write.skipBytes(1);
                int length = write.readByte();
                frames.add(
                        write.readCharSequence(length, StandardCharsets.UTF_8).toString());
            }
            write.release();
            writes.add(String.join(" ", frames));
        }
        return writes;
    }

    private @Nullable ByteBuf next() {
        return readOutbound();
    }
}
