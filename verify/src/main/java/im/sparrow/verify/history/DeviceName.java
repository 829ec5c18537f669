package im.sparrow.verify.history;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One device of one user; {@code user/number} in the file.
 *
 * @param user the user's id
 * @param number from 1
 */
public record DeviceName(String user, int number) {

    /** Reads {@code user/number}. */
    @JsonCreator
    public static DeviceName of(String text) {
        int slash = text.indexOf('/');
        return new DeviceName(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
    }

    @JsonValue
    @Override
    public String toString() {
        return user + "/" + number;
    }
}
