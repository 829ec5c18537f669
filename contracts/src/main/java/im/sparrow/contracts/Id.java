package im.sparrow.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a user, conversation, group, message or role: a positive 64-bit number, time-ordered where the suite made it.
 *
 * <p>In JSON and in paths it is a decimal string, because JavaScript keeps integers exactly only up to 2^53.
 *
 * @param value the number, 1 or more
 */
public record Id(long value) implements Comparable<Id> {

    /** Digits of the largest id. */
    public static final int MAX_DIGITS = 19;

    public Id {
        if (value <= 0) {
            throw new IllegalArgumentException("an id is positive");
        }
    }

    /**
     * Reads the decimal form: digits only, no sign, no leading zero.
     *
     * @throws IllegalArgumentException when {@code text} is anything else; the message never repeats the text
     */
    @JsonCreator
    public static Id of(String text) {
        if (text.isEmpty() || text.length() > MAX_DIGITS || text.charAt(0) == '0') {
            throw new IllegalArgumentException("an id is 1 to 19 decimal digits without a leading zero");
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
                throw new IllegalArgumentException("an id is 1 to 19 decimal digits without a leading zero");
            }
            value = value * 10 + digit;
        }
        return new Id(value);
    }

    /** The same as {@link #of(String)}, under the name that REST parameters are converted by. */
    public static Id fromString(String text) {
        return of(text);
    }

    /** An id from its number, 1 or more. */
    public static Id of(long value) {
        return new Id(value);
    }

    @Override
    public int compareTo(Id other) {
        return Long.compare(value, other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
