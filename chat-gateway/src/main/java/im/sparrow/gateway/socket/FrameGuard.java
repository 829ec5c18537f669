package im.sparrow.gateway.socket;

import im.sparrow.contracts.frame.CloseCode;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/**
 * Ends a socket whose bytes are no frames, or whose text is no UTF-8: the framework would cut it without a word, and
 * mend the text. It stands between the decoder and the framework; before the upgrade everything passes.
 *
 * <p>What still comes is read and dropped for a moment, since a socket that is closed over unread bytes is reset, and
 * the client would never hear the code.
 */
final class FrameGuard extends Utf8FrameValidator {

    private static final int LINGER_SECONDS = 2;

    private boolean over;

    FrameGuard() {
        super(false);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (over) {
            ReferenceCountUtil.release(message);
            return;
        }
        try {
            super.channelRead(context, message);
        } catch (CorruptedFrameException malformed) {
            end(context);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
        if (cause instanceof CorruptedFrameException) {
            end(context);
        } else {
            super.exceptionCaught(context, cause);
        }
    }

    private void end(ChannelHandlerContext context) {
        if (!over) {
            over = true;
            context.writeAndFlush(new CloseWebSocketFrame(CloseCode.MALFORMED.code(), ""));
            var unused = context.executor().schedule(() -> context.close(), LINGER_SECONDS, TimeUnit.SECONDS);
        }
    }
}
