package im.sparrow.house;

/**
 * A place that breaks a rule.
 *
 * @param path the file, from the root of the checkout
 * @param line the line, from 1; 0 when the whole file is meant
 * @param what what is wrong and what to do instead
 */
public record Finding(String path, long line, String what) {

    /** A finding about a whole file. */
    public static Finding in(String path, String what) {
        return new Finding(path, 0, what);
    }

    @Override
    public String toString() {
        return (line == 0 ? path : path + ":" + line) + ": " + what;
    }
}
