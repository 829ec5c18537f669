package im.sparrow.message.member;

/**
 * How far a member has read and received, with the numbers that stand at the read mark. Each number only grows with the
 * mark, so the greater one is always the right one, whoever stores it last.
 *
 * @param readSeq the last message shown
 * @param readCountableNo countable messages of the conversation up to {@code readSeq}
 * @param readOwnNo the member's own countable messages up to {@code readSeq}
 * @param deliveredSeq the last message received
 */
public record Marks(long readSeq, long readCountableNo, long readOwnNo, long deliveredSeq) {

    /** Forward only: each number the greater of the two. */
    public Marks forward(Marks other) {
        return new Marks(
                Math.max(readSeq, other.readSeq),
                Math.max(readCountableNo, other.readCountableNo),
                Math.max(readOwnNo, other.readOwnNo),
                Math.max(deliveredSeq, other.deliveredSeq));
    }

    /**
     * Countable messages of others after the mark.
     *
     * @param countableNo countable messages up to the end: the conversation's head, or the last seq of a closed interval
     * @param ownNo the member's own countable messages in all
     */
    public long unread(long countableNo, long ownNo) {
        return Math.max(0, countableNo - readCountableNo - (ownNo - readOwnNo));
    }
}
