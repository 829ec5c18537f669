package im.sparrow.gateway.fanout;

import im.sparrow.contracts.frame.CloseCode;
import io.netty.util.concurrent.EventExecutor;
import java.util.List;

/**
 * Where one client's frames go, whatever carries them: a WebSocket today. Belongs to one event loop, on which alone
 * frames are written.
 */
public interface Outlet {

    /** The loop that all writing happens on. */
    EventExecutor loop();

    /** Writes without flushing, unless too much waits already; on the loop only. A closed outlet drops it. */
    void write(SharedFrame frame);

    /** Writes whatever keeps the connection warm and makes the other side answer, and flushes; on the loop only. */
    void heartbeat();

    /** Hands what was written since the last flush to the system; on the loop only. */
    void flush();

    /**
     * Closes after what was already written, and by force when the other side does not play along. Any thread; only the
     * first call counts.
     */
    void close(CloseCode code);

    /** Bytes written that the system has not taken yet. Any thread. */
    long pendingBytes();

    /** Writes one frame and flushes. Any thread: frames of one thread keep their order. */
    default void send(byte[] frame) {
        if (loop().inEventLoop()) {
            var shared = new SharedFrame(List.of(frame));
            write(shared);
            shared.release();
            flush();
        } else {
            loop().execute(() -> send(frame));
        }
    }
}
