package im.sparrow.message.inbox;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.message.inbox.ConversationView.PeerView;
import im.sparrow.message.member.Range;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.MessageRow;
import im.sparrow.platform.readmodel.KnownAccount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as it was read for one member.
 *
 * @param peer the other one's marks in a one-to-one
 * @param last the message at the member's head, if he may see it
 */
record InboxRow(
        MemberRow member,
        ConversationRow conversation,
        @Nullable Peer peer,
        @Nullable MessageRow last) {

    /** The other one in a one-to-one. */
    record Peer(Id userId, long readSeq, long deliveredSeq) {}

    Key.Member key() {
        return new Key.Member(member.conversationId(), member.userId());
    }

    /** When the newest message was stored that the member may see; the list's order. */
    Instant activity() {
        MemberRow.End end = member.interval().end();
        return end == null ? conversation.lastActivity() : end.activity();
    }

    ConversationView view(List<Range> earlier, @Nullable KnownAccount account) {
        var mine = Membership.of(member, conversation, earlier);
        var standing = member.standing();
        return new ConversationView(
                conversation.id(),
                conversation.kind(),
                conversation.title(),
                conversation.photo(),
                account == null ? null : profile(account),
                conversation.state(),
                conversation.mutedUntil(),
                conversation.version(),
                List.of(mine.head(), mine.headChange()),
                mine.activity(),
                last == null ? null : last.view(),
                mine.unread(),
                member.marks().readSeq(),
                member.marks().deliveredSeq(),
                peer == null ? null : peer.readSeq(),
                peer == null ? null : peer.deliveredSeq(),
                standing.role(),
                standing.mutedUntil(),
                mine.open() && standing.canSend(),
                mine.open() ? standing.reason() : Problem.NOT_MEMBER.code(),
                mine.visibleFrom(1, Range.OPEN));
    }

    private static PeerView profile(KnownAccount account) {
        return new PeerView(account.id(), account.username(), account.nickname(), account.photo());
    }
}
