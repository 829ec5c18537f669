package im.sparrow.auth.password;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wrong attempts per key, and how long the next one has to wait: nothing for the first few, then a second, doubling up to
 * a bound. Knows no clock; guarded by itself. At most so many keys are remembered, the longest unused goes first.
 */
final class Attempts {

    private static final int DOUBLINGS_MAX = 20;

    private final int free;
    private final Duration longest;
    private final Map<String, Wrong> byKey;

    private record Wrong(int count, Instant next) {}

    Attempts(int free, Duration longest, int remembered) {
        this.free = free;
        this.longest = longest;
        this.byKey = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
                return size() > remembered;
            }
        };
    }

    /** How long the key has to wait; zero when it may try now. */
    synchronized Duration wait(String key, Instant now) {
        Wrong wrong = byKey.get(key);
        return wrong == null || !now.isBefore(wrong.next()) ? Duration.ZERO : Duration.between(now, wrong.next());
    }

    /** One more wrong attempt. After a quiet time of twice the longest wait the count begins anew. */
    synchronized void wrong(String key, Instant now) {
        Wrong before = byKey.get(key);
        boolean goesOn = before != null && !now.isAfter(before.next().plus(longest.multipliedBy(2)));
        int count = before != null && goesOn ? before.count() + 1 : 1;
        byKey.put(key, new Wrong(count, now.plus(penalty(count))));
    }

    /** A right attempt. */
    synchronized void right(String key) {
        byKey.remove(key);
    }

    private Duration penalty(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(count - free, DOUBLINGS_MAX));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
