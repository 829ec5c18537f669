package im.sparrow.message.history;

/** Where a page of messages lies. */
sealed interface Position {

    /** The newest of all. */
    Position NEWEST = new Before(Long.MAX_VALUE);

    /** The newest below a seq. */
    record Before(long seq) implements Position {}

    /** The oldest above a seq. */
    record After(long seq) implements Position {}

    /** Half of them up to and with a seq, half above it. */
    record Around(long seq) implements Position {}
}
