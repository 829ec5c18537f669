package im.sparrow.gateway.socket;

import im.sparrow.gateway.frame.Reading.CommandId;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A command of a socket that the broker has not acknowledged. Ends once: acknowledged, failed, or waited for too long.
 *
 * @param id under which its maker knows it
 * @param ref the frame's mark, or null
 * @param since epoch milliseconds
 * @param over whether it has ended
 */
record Unfinished(CommandId id, @Nullable String ref, long since, AtomicBoolean over) {

    Unfinished(CommandId id, @Nullable String ref, long since) {
        this(id, ref, since, new AtomicBoolean());
    }

    /** Ends it; false when it had ended already. */
    boolean end() {
        return over.compareAndSet(false, true);
    }

    boolean ended() {
        return over.get();
    }
}
