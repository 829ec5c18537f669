package im.sparrow.gateway.socket;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.frame.ClientFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The pages one client waits for, in its order. On the connection's loop only.
 *
 * <p>Bound: {@value #ASKED_MAX} asked for, and of those under way only as many as have the items of one full page
 * together: a page is heavy, the question for it is not.
 */
final class PageLine {

    /** Pages that one socket may be waiting for. */
    static final int ASKED_MAX = 64;

    private final Deque<ClientFrame.Pull> waiting = new ArrayDeque<>(1);
    private int asked;
    private int items;
    private long unread;

    /** Takes a question; false when there are too many. */
    boolean ask(ClientFrame.Pull pull) {
        if (asked >= ASKED_MAX) {
            return false;
        }
        asked++;
        return waiting.add(pull);
    }

    /** The question whose page may be fetched now, or null. */
    ClientFrame.@Nullable Pull next() {
        ClientFrame.Pull next = waiting.peek();
        if (next == null || items + next.limit() > Bounds.PAGE_MAX) {
            return null;
        }
        items += next.limit();
        return waiting.poll();
    }

    /** A question was answered. */
    void answered(ClientFrame.Pull pull) {
        items -= pull.limit();
        asked--;
    }

    /** Notes bytes of pages that the client has not read yet; true when they are the first. */
    boolean leave(long bytes) {
        boolean first = unread == 0;
        unread += bytes;
        return first;
    }

    boolean hasUnread() {
        return unread > 0;
    }

    /** The bytes noted; from now on there are none. */
    long read() {
        long bytes = unread;
        unread = 0;
        return bytes;
    }
}
