package im.sparrow.message.inbox;

import im.sparrow.contracts.Id;
import im.sparrow.message.member.Range;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.RowColumns;
import im.sparrow.message.sql.Jdbc;
import im.sparrow.platform.core.Refused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The one way to a conversation's content: by who wants to read it. */
public final class Conversations {

    private Conversations() {}

    private record Both(MemberRow member, ConversationRow conversation) {}

    /**
     * A conversation that someone may read, or could once.
     *
     * @throws Refused {@code not_found} when he never belonged to it, or there is none
     */
    public static Membership readableBy(Connection connection, Id user, Id conversation) throws SQLException {
        List<Both> found = Jdbc.list(
                connection,
                "SELECT /* conversations.readable */ " + RowColumns.MEMBER + ", " + RowColumns.CONVERSATION
                        + " FROM member m STRAIGHT_JOIN conversation c ON c.id = m.conversation_id"
                        + " WHERE m.conversation_id = ? AND m.user_id = ?",
                p -> p.id(conversation).id(user),
                c -> new Both(RowColumns.member(c), RowColumns.conversation(c)));
        if (found.isEmpty()) {
            throw Refused.notFound();
        }
        Both both = found.getFirst();
        var key = new Key.Member(conversation, user);
        List<Range> earlier = both.member().earlierIntervals() == 0
                ? List.of()
                : InboxRepository.earlier(connection, List.of(key)).getOrDefault(key, List.of());
        return Membership.of(both.member(), both.conversation(), earlier);
    }
}
