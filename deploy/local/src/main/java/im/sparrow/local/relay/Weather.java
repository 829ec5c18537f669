package im.sparrow.local.relay;

import java.time.Duration;
import java.util.Locale;

/**
 * How it is on a route now.
 *
 * @param state what happens to bytes
 * @param delay how much later than they came bytes go on, each way
 */
record Weather(State state, Duration delay) {
    /** The longest delay. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    static final Weather FAIR = new Weather(State.OPEN, Duration.ZERO);

    /** What happens to bytes. */
    enum State {
        /** They pass. */
        OPEN,
        /** Nothing passes, not even an end, and nobody is told; what was sent meanwhile arrives when it is over. */
        CUT,
        /** Connections are ended, and new ones are ended as soon as they come. */
        CLOSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By the words of a request; an absent one leaves things as they are. */
    Weather with(String state, String delayMillis) {
        var next = state.isEmpty() ? this.state : State.valueOf(state.toUpperCase(Locale.ROOT));
        var later = delayMillis.isEmpty() ? delay : Duration.ofMillis(Long.parseLong(delayMillis));
        if (later.isNegative() || later.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a delay of " + delayMillis);
        }
        return new Weather(next, later);
    }
}
