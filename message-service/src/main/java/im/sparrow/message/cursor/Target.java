package im.sparrow.message.cursor;

import im.sparrow.contracts.cursor.CursorMove;
import im.sparrow.message.member.MarkNumbers;
import im.sparrow.message.member.Marks;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where marks are to move: no further than what the member may see.
 *
 * @param readSeq the read mark, 0 = stays
 * @param deliveredSeq the delivered mark, never behind the read mark
 */
record Target(long readSeq, long deliveredSeq) {

    private static final Target STAY = new Target(0, 0);

    static Target of(@Nullable CursorMove move, Reader reader) {
        if (move == null) {
            return STAY;
        }
        long read = Math.min(seq(move.readSeq()), reader.end());
        long delivered = Math.min(seq(move.deliveredSeq()), reader.end());
        return new Target(read, Math.max(read, delivered));
    }

    /** The marks to store, when any of them moves. */
    Optional<Marks> marks(Marks now, @Nullable MarkNumbers numbers) {
        boolean reads = readSeq > now.readSeq() && numbers != null;
        boolean receives = deliveredSeq > now.deliveredSeq();
        if (!reads && !receives) {
            return Optional.empty();
        }
        MarkNumbers at = Objects.requireNonNullElse(numbers, new MarkNumbers(0, 0));
        return Optional.of(
                reads
                        ? new Marks(readSeq, at.countableNo(), at.ownNo(), deliveredSeq)
                        : new Marks(0, 0, 0, deliveredSeq));
    }

    /** The further one of two moves of the same member. */
    static CursorMove further(CursorMove one, CursorMove other) {
        return new CursorMove(
                one.conversationId(),
                one.userId(),
                Math.max(seq(one.readSeq()), seq(other.readSeq())),
                Math.max(seq(one.deliveredSeq()), seq(other.deliveredSeq())));
    }

    private static long seq(@Nullable Long seq) {
        return seq == null ? 0 : seq;
    }
}
