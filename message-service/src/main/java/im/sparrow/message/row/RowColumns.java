package im.sparrow.message.row;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.ConversationKind;
import im.sparrow.contracts.conversation.ConversationState;
import im.sparrow.contracts.conversation.MemberRole;
import im.sparrow.message.member.Marks;
import im.sparrow.message.sql.Columns;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of each table in the order in which a row is read from them. */
public final class RowColumns {

    /** Of {@code conversation c}. */
    public static final String CONVERSATION = "c.id, c.kind, c.title, c.photo, c.state, c.muted_until, c.version,"
            + " c.last_seq, c.last_change_seq, c.last_countable_no, c.last_activity";

    /** Of {@code member m}. */
    public static final String MEMBER = "m.conversation_id, m.user_id, m.role, m.muted_until, m.can_send, m.reason,"
            + " m.version, m.from_seq, m.to_seq, m.to_change_seq, m.to_countable_no, m.to_activity, m.earlier_intervals, m.read_seq,"
            + " m.read_countable_no, m.read_own_no, m.delivered_seq, m.own_no, m.last_own_seq, m.refused_at";

    /** Of {@code message x}. */
    public static final String MESSAGE = "x.conversation_id, x.seq, x.id, x.sender_id, x.client_msg_id, x.type, x.body,"
            + " x.reply_to, x.mentions, x.hash, x.countable, x.countable_no, x.created_at, x.change_seq, x.recalled_by,"
            + " x.recalled_at, x.command_offset";

    private RowColumns() {}

    /** Reads {@link #CONVERSATION}. */
    public static ConversationRow conversation(Columns c) throws SQLException {
        return new ConversationRow(
                c.id(),
                ConversationKind.valueOf(upper(c.text())),
                c.maybeText(),
                c.maybeText(),
                ConversationState.valueOf(upper(c.text())),
                c.maybeTime(),
                c.number(),
                c.number(),
                c.number(),
                c.number(),
                c.time());
    }

    /** Reads {@link #MEMBER}. */
    public static MemberRow member(Columns m) throws SQLException {
        Id conversationId = m.id();
        Id userId = m.id();
        var standing = new MemberRow.Standing(
                MemberRole.valueOf(upper(m.text())), m.maybeTime(), m.flag(), m.maybeText(), m.number());
        var interval = new MemberRow.Interval(m.number(), end(m.maybeNumber(), m.number(), m.number(), m.maybeTime()));
        int earlier = (int) m.number();
        var marks = new Marks(m.number(), m.number(), m.number(), m.number());
        return new MemberRow(
                conversationId, userId, standing, interval, earlier, marks, m.number(), m.number(), m.maybeTime());
    }

    /** Reads {@link #MESSAGE}. */
    public static MessageRow message(Columns x) throws SQLException {
        Id conversationId = x.id();
        long seq = x.number();
        Id id = x.id();
        var said = new MessageRow.Said(
                x.maybeId(), x.bits(), x.text(), x.maybeText(), x.maybeNumber(), x.maybeText(), x.bits(), x.flag());
        long countableNo = x.number();
        Instant createdAt = x.time();
        var change = change(x.maybeNumber(), x.maybeId(), x.maybeTime());
        return new MessageRow(conversationId, seq, id, said, countableNo, createdAt, change, x.number());
    }

    /** A word of ours as it stands in a column. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static MemberRow.@Nullable End end(
            @Nullable Long seq, long changeSeq, long countableNo, @Nullable Instant activity) {
        return seq == null || activity == null ? null : new MemberRow.End(seq, changeSeq, countableNo, activity);
    }

    private static MessageRow.@Nullable Change change(@Nullable Long changeSeq, @Nullable Id by, @Nullable Instant at) {
        return changeSeq == null || by == null || at == null ? null : new MessageRow.Change(changeSeq, by, at);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
