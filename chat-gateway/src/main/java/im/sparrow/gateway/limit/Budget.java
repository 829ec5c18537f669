package im.sparrow.gateway.limit;

import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import java.time.Duration;

/**
 * What one user or socket may do: within the bucket it is done, beyond it is refused with the time to wait, and whoever
 * goes on as fast while he is refused floods. Not for two threads.
 */
public final class Budget {

    /** Refusals a second that are no flood yet, as a multiple of what is allowed. */
    private static final int PATIENCE = 2;

    private final TokenBucket allowed;
    private final TokenBucket tolerated;

    /** What becomes of a request. */
    public enum Verdict {
        /** Done. */
        FINE,
        /** Refused: later. */
        LATER,
        /** Refused so often that the other side is not listening. */
        FLOOD
    }

    Budget(int perSecond, int burst, long now) {
        this.allowed = new TokenBucket(perSecond, burst, now);
        this.tolerated = new TokenBucket(perSecond * PATIENCE, burst * PATIENCE, now);
    }

    /** Counts a request at a time, in nanoseconds. */
    public Verdict take(long now) {
        if (allowed.take(now)) {
            return Verdict.FINE;
        }
        return tolerated.take(now) ? Verdict.LATER : Verdict.FLOOD;
    }

    /** The refusal of a request that comes too soon. */
    public Refused later(long now) {
        return new Refused(Problem.RATE_LIMITED, "Too many in a while; wait and send the same again.")
                .retryAfter(atLeastAMilli(allowed.untilNext(now)));
    }

    boolean untouched(long now) {
        return allowed.full(now) && tolerated.full(now);
    }

    private static Duration atLeastAMilli(Duration wait) {
        return Duration.ofMillis(wait.toMillis() + 1);
    }
}
