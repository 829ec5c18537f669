package im.sparrow.message.member;

/**
 * Some seqs in a row.
 *
 * @param from the first, 1 or more
 * @param to the last, with it; {@link #OPEN} while there is none
 */
public record Range(long from, long to) {

    /** The end of what goes on. */
    public static final long OPEN = Long.MAX_VALUE;

    public Range {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("not a range: " + from + ".." + to);
        }
    }
}
