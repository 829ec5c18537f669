package im.sparrow.message.log;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.message.command.Entry;
import im.sparrow.message.member.Marks;
import im.sparrow.message.member.Range;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.MessageRow;
import im.sparrow.message.row.OpRow;
import im.sparrow.message.row.RefusalRow;
import java.util.List;

/**
 * What a batch comes to: the rows to write, in one transaction, and what is told after it.
 *
 * @param described conversations that services' commands made or changed; their heads are written by {@code steps}
 * @param steps how far each conversation's heads move
 * @param endings conversations whose open memberships all end
 * @param memberships members that services' commands made or changed, whole
 * @param archived intervals that a newer one takes the place of
 * @param memberSteps how far members' own numbers and marks move
 * @param inserted new messages
 * @param recalled stored messages whose text goes
 * @param ops outcomes that are no messages
 * @param refusals final refusals
 * @param announcements what is told, in this order
 * @param moved marks that moved with a send
 * @param dead what nobody can be told about
 */
public record Decided(
        List<ConversationRow> described,
        List<Step> steps,
        List<Ending> endings,
        List<MemberRow> memberships,
        List<Archived> archived,
        List<MemberStep> memberSteps,
        List<MessageRow> inserted,
        List<MessageRow> recalled,
        List<OpRow> ops,
        List<RefusalRow> refusals,
        List<Announcement> announcements,
        List<MarkMoved> moved,
        List<Dead> dead)
        implements Verdict {

    /** How far a conversation's heads move. */
    public record Step(Id conversationId, long seqs, long changes, long countables) {}

    /** All open memberships of a conversation end at these heads. */
    public record Ending(Id conversationId, MemberRow.End end) {}

    /** An interval of a member who came back. */
    public record Archived(Key.Member member, Range interval) {}

    /**
     * How far a member's numbers move.
     *
     * @param member who
     * @param owns countable messages more
     * @param lastOwnSeq the newest of his messages, 0 = unchanged
     * @param marks the marks, or zeroes where unchanged: the greater one stays
     * @param refused whether something was refused for good
     */
    public record MemberStep(Key.Member member, long owns, long lastOwnSeq, Marks marks, boolean refused) {}

    /**
     * A mark moved and is stored.
     *
     * @param unread what is left unread
     */
    public record MarkMoved(Key.Member member, ConversationKind kind, Marks marks, long unread) {}

    /** A command that cannot be done and whose maker cannot be told. */
    public record Dead(Entry entry, Problem reason) {}
}
