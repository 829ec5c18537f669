package im.sparrow.message.inbox;

import im.sparrow.contracts.Bounds;
import im.sparrow.message.member.Range;
import im.sparrow.message.member.Visible;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.MemberRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One user's side of one conversation: what he may know of it. Its numbers are those of his own end of it, so someone who
 * has left learns nothing of what goes on.
 *
 * @param member his row
 * @param conversation the conversation, whole: only its description is for him as it stands
 * @param visible what he may see
 */
public record Membership(MemberRow member, ConversationRow conversation, Visible visible) {

    /** From rows and the intervals before the newest one. */
    static Membership of(MemberRow member, ConversationRow conversation, List<Range> earlier) {
        var intervals = new ArrayList<>(earlier);
        long from = member.interval().fromSeq();
        long to = member.interval().lastVisible(Range.OPEN);
        if (to >= from) {
            intervals.add(new Range(from, to));
        }
        long head = member.interval().lastVisible(conversation.lastSeq());
        return new Membership(member, conversation, Visible.of(intervals, head));
    }

    /** The newest seq that he may see. */
    public long head() {
        return visible.head();
    }

    /** The newest change that he may hear of. */
    public long headChange() {
        MemberRow.End end = member.interval().end();
        return end == null ? conversation.lastChangeSeq() : end.changeSeq();
    }

    /** The ranges that touch some seqs as JSON wants them: {@code [from, to]}, the open one {@code [from]}. */
    public List<List<Long>> visibleFrom(long from, long to) {
        return visible.touching(from, to, Bounds.VISIBLE_MAX).stream()
                .map(range -> range.to() == Range.OPEN ? List.of(range.from()) : List.of(range.from(), range.to()))
                .toList();
    }

    Instant activity() {
        MemberRow.End end = member.interval().end();
        return end == null ? conversation.lastActivity() : end.activity();
    }

    long unread() {
        MemberRow.End end = member.interval().end();
        return member.marks().unread(end == null ? conversation.lastCountableNo() : end.countableNo(), member.ownNo());
    }

    boolean open() {
        return member.interval().open();
    }
}
