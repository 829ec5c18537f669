package im.sparrow.verify.report;

/**
 * Something that a run had to reach, and what it reached.
 *
 * @param what it is
 * @param wanted in words
 * @param reached in words
 * @param met whether that is enough
 */
public record Minimum(String what, String wanted, String reached, boolean met) {

    /** At least so many. */
    static Minimum atLeast(String what, long wanted, long reached) {
        return new Minimum(what, "at least " + wanted, Long.toString(reached), reached >= wanted);
    }

    /** None at all. */
    static Minimum none(String what, long reached) {
        return new Minimum(what, "0", Long.toString(reached), reached == 0);
    }

    @Override
    public String toString() {
        return (met ? "met    " : "MISSED ") + what + ": " + reached + " (wanted: " + wanted + ")";
    }
}
