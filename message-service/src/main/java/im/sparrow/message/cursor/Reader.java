package im.sparrow.message.cursor;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.message.member.MarkNumbers;
import im.sparrow.message.row.MemberRow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member with the heads of his conversation, read in one look.
 *
 * @param member the member
 * @param kind one-to-one or group
 * @param lastSeq the newest message
 * @param lastCountableNo countable messages up to it
 * @param peer the other one in a one-to-one
 */
record Reader(
        MemberRow member,
        ConversationKind kind,
        long lastSeq,
        long lastCountableNo,
        @Nullable Id peer) {

    /** The newest seq that he may see. */
    long end() {
        return member.interval().lastVisible(lastSeq);
    }

    /** Countable messages up to {@link #end}. */
    long endCountableNo() {
        MemberRow.End end = member.interval().end();
        return end == null ? lastCountableNo : end.countableNo();
    }

    /** The numbers at a seq, when they need no look-up. */
    Optional<MarkNumbers> numbersAt(long seq) {
        return seq == end() ? Optional.of(new MarkNumbers(endCountableNo(), member.ownNo())) : Optional.empty();
    }
}
