package im.sparrow.verify.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What one device has said in one conversation and has no answer to yet, in the order in which it was said. Everything
 * unacknowledged is repeated in order before anything new. Times are milliseconds on any one clock.
 */
final class Lane {

    /** Sends on their way at once. */
    static final int WINDOW = 8;

    /** The first wait for an outcome; doubles to {@link #LONGEST_WAIT_MS}. */
    static final long FIRST_WAIT_MS = 10_000;

    static final long LONGEST_WAIT_MS = 60_000;

    /** The first pause after "not now". */
    static final long FIRST_PAUSE_MS = 200;

    static final long LONGEST_PAUSE_MS = 5_000;

    private final ArrayDeque<Pending> waiting = new ArrayDeque<>();
    private final RandomGenerator random;
    private long repeatAt = Long.MAX_VALUE;
    private boolean refused;
    private int troubles;

    Lane(RandomGenerator random) {
        this.random = random;
    }

    /** A frame to write: the send, and the one before it that has no outcome either. */
    record Frame(Pending send, @Nullable String after) {}

    void say(Pending send) {
        waiting.add(send);
    }

    int size() {
        return waiting.size();
    }

    /** How many have left and have no outcome. */
    int inFlight() {
        return (int) waiting.stream().filter(send -> send.attempts > 0).count();
    }

    /** What is to be written now. */
    List<Frame> due(long now) {
        if (now >= repeatAt) {
            return write(now, true);
        }
        return refused ? List.of() : write(now, false);
    }

    private List<Frame> write(long now, boolean all) {
        var frames = new ArrayList<Frame>();
        String before = null;
        int place = 0;
        for (Pending send : waiting) {
            if (place++ == WINDOW) {
                break;
            }
            if (all || send.attempts == 0) {
                send.attempts++;
                frames.add(new Frame(send, before));
            }
            before = send.clientMsgId;
        }
        if (all) {
            refused = false;
            troubles++;
        }
        if (!frames.isEmpty() && (all || repeatAt == Long.MAX_VALUE)) {
            repeatAt = now + jittered(FIRST_WAIT_MS, LONGEST_WAIT_MS);
        }
        return frames;
    }

    /** An outcome for good; empty when the id is not (or no longer) waiting here. */
    Optional<Pending> settle(String clientMsgId) {
        for (Iterator<Pending> each = waiting.iterator(); each.hasNext(); ) {
            Pending send = each.next();
            if (send.clientMsgId.equals(clientMsgId)) {
                each.remove();
                troubles = 0;
                if (inFlight() == 0) {
                    repeatAt = Long.MAX_VALUE;
                    refused = false;
                }
                return Optional.of(send);
            }
        }
        return Optional.empty();
    }

    /** Not known or not now: everything is said again after a pause. */
    void later(String clientMsgId, long now, long atLeastMs) {
        boolean mine = waiting.stream().anyMatch(send -> send.clientMsgId.equals(clientMsgId));
        if (mine && !refused) {
            refused = true;
            repeatAt = now + Math.max(atLeastMs, jittered(FIRST_PAUSE_MS, LONGEST_PAUSE_MS));
        }
    }

    /** The connection is new: everything unacknowledged is said again at once. */
    void reconnected(long now) {
        if (inFlight() > 0) {
            repeatAt = now;
        }
        refused = false;
    }

    private long jittered(long first, long longest) {
        long most = Math.min(longest, first << Math.min(troubles, 10));
        return random.nextLong(most / 2, most + 1);
    }
}
