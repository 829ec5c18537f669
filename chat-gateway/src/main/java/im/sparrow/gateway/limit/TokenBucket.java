package im.sparrow.gateway.limit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** So many a second on average, so many at once. Not for two threads; time is given, in nanoseconds. */
final class TokenBucket {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final double perNano;
    private final double capacity;
    private double level;
    private long at;

    TokenBucket(int perSecond, int burst, long now) {
        this.perNano = perSecond / NANOS;
        this.capacity = burst;
        this.level = burst;
        this.at = now;
    }

    /** Takes one; false when there is none. */
    boolean take(long now) {
        fill(now);
        if (level < 1) {
            return false;
        }
        level--;
        return true;
    }

    /** After how long there is one again. */
    Duration untilNext(long now) {
        fill(now);
        return level >= 1 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((1 - level) / perNano));
    }

    /** Whether it is as full as on its first day, so that it can be forgotten. */
    boolean full(long now) {
        fill(now);
        return level >= capacity;
    }

    private void fill(long now) {
        level = Math.min(capacity, level + (now - at) * perNano);
        at = now;
    }
}
