package im.sparrow.message.writer;

import im.sparrow.contracts.Id;
import im.sparrow.message.command.Entry;
import im.sparrow.message.cursor.MarkReads;
import im.sparrow.message.log.Known;
import im.sparrow.message.log.Outcomes;
import im.sparrow.message.log.Wanted;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.MessageRow;
import im.sparrow.message.row.OpRow;
import im.sparrow.message.row.RefusalRow;
import im.sparrow.message.row.RowColumns;
import im.sparrow.message.sql.Columns;
import im.sparrow.message.sql.Jdbc;
import im.sparrow.message.sql.Parameters;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads what a batch must know. The first statement locks the conversations in id order; the others see what was committed
 * before, since nobody else may write what they read.
 */
final class LogReads {

    private final Connection connection;
    private final Wanted wanted;

    private LogReads(Connection connection, Wanted wanted) {
        this.connection = connection;
        this.wanted = wanted;
    }

    /**
     * Everything that the decision of this batch may ask for.
     *
     * @param complete whether all outcomes are looked up, and not only those that the batch cannot do without
     * @param hourAgo since when refusals are counted
     */
    static Known read(Connection connection, List<Entry> batch, boolean complete, Instant hourAgo) throws SQLException {
        return new LogReads(connection, new Wanted(batch)).read(complete, hourAgo);
    }

    private Known read(boolean complete, Instant hourAgo) throws SQLException {
        Map<Id, ConversationRow> conversations = by(lock(), ConversationRow::id);
        Map<Key.Member, MemberRow> members = by(members(), m -> new Key.Member(m.conversationId(), m.userId()));
        var outcomes = new Outcomes(
                by(
                        said(wanted.said(complete)),
                        x -> new Key.Command(
                                x.conversationId(),
                                x.said().senderId(),
                                x.said().clientId())),
                by(
                        complete ? done(wanted.done()) : List.of(),
                        o -> new Key.Command(o.conversationId(), o.actor(), o.clientId())),
                by(refused(wanted.refused(members)), r -> new Key.Command(r.conversationId(), r.actor(), r.clientId())),
                complete);
        return new Known(
                conversations,
                members,
                outcomes,
                by(targets(), x -> new Key.Message(x.conversationId(), x.seq())),
                MarkReads.numbers(connection, wanted.marks(conversations, members), members),
                complete ? refusals(hourAgo) : Map.of());
    }

    private List<ConversationRow> lock() throws SQLException {
        return Jdbc.lookUp(
                connection,
                wanted.conversations(),
                count -> "SELECT /* log.lock */ " + RowColumns.CONVERSATION + " FROM " + Jdbc.rows(count, "k")
                        + " v STRAIGHT_JOIN conversation c ON c.id = v.k FOR UPDATE",
                Parameters::id,
                RowColumns::conversation);
    }

    private List<MemberRow> members() throws SQLException {
        return Jdbc.lookUp(
                connection,
                wanted.members(),
                count -> "SELECT /* log.members */ " + RowColumns.MEMBER + " FROM " + Jdbc.rows(count, "k", "u")
                        + " v STRAIGHT_JOIN member m ON m.conversation_id = v.k AND m.user_id = v.u",
                (p, key) -> p.id(key.conversationId()).id(key.userId()),
                RowColumns::member);
    }

    private List<MessageRow> said(Collection<Key.Command> keys) throws SQLException {
        return Jdbc.lookUp(
                connection,
                keys,
                count -> "SELECT /* log.said */ " + RowColumns.MESSAGE + " FROM " + Jdbc.rows(count, "k", "u", "i")
                        + " v STRAIGHT_JOIN message x FORCE INDEX (message_client_id)"
                        + " ON x.conversation_id = v.k AND x.sender_id = v.u AND x.client_msg_id = v.i",
                LogReads::bind,
                RowColumns::message);
    }

    private List<OpRow> done(Collection<Key.Command> keys) throws SQLException {
        return Jdbc.lookUp(
                connection,
                keys,
                count ->
                        "SELECT /* log.done */ o.conversation_id, o.actor_id, o.client_op_id, o.kind, o.seq, o.change_seq,"
                                + " o.effect, o.command_offset FROM " + Jdbc.rows(count, "k", "u", "i")
                                + " v STRAIGHT_JOIN op o"
                                + " ON o.conversation_id = v.k AND o.actor_id = v.u AND o.client_op_id = v.i",
                LogReads::bind,
                LogReads::op);
    }

    private List<RefusalRow> refused(Collection<Key.Command> keys) throws SQLException {
        return Jdbc.lookUp(
                connection,
                keys,
                count ->
                        "SELECT /* log.refused */ r.conversation_id, r.actor_id, r.client_id, r.code, r.ends_at, r.hash"
                                + " FROM " + Jdbc.rows(count, "k", "u", "i") + " v STRAIGHT_JOIN refusal r"
                                + " ON r.conversation_id = v.k AND r.actor_id = v.u AND r.client_id = v.i",
                LogReads::bind,
                c -> new RefusalRow(c.id(), c.id(), c.bits(), c.text(), c.maybeTime(), c.bits()));
    }

    private List<MessageRow> targets() throws SQLException {
        return Jdbc.lookUp(
                connection,
                wanted.targets(),
                count -> "SELECT /* log.targets */ " + RowColumns.MESSAGE + " FROM " + Jdbc.rows(count, "k", "s")
                        + " v STRAIGHT_JOIN message x ON x.conversation_id = v.k AND x.seq = v.s",
                (p, key) -> p.id(key.conversationId()).number(key.seq()),
                RowColumns::message);
    }

    private Map<Id, Integer> refusals(Instant hourAgo) throws SQLException {
        record Count(Id actor, int refusals) {}
        var persons = wanted.persons();
        if (persons.isEmpty()) {
            return Map.of();
        }
        var counts = Jdbc.list(
                connection,
                "SELECT /* log.refusals */ actor_id, COUNT(*) FROM refusal WHERE actor_id IN ("
                        + Jdbc.places(persons.size()) + ") AND created_at > ? GROUP BY actor_id",
                p -> {
                    for (Id person : persons) {
                        p.id(person);
                    }
                    p.time(hourAgo);
                },
                c -> new Count(c.id(), (int) c.number()));
        var map = new HashMap<Id, Integer>();
        counts.forEach(count -> map.put(count.actor(), count.refusals()));
        return map;
    }

    private static void bind(Parameters p, Key.Command key) throws SQLException {
        p.id(key.conversationId()).id(key.actor()).bits(key.clientId());
    }

    private static OpRow op(Columns c) throws SQLException {
        return new OpRow(
                c.id(), c.maybeId(), c.bits(), c.text(), c.maybeNumber(), c.maybeNumber(), c.maybeText(), c.number());
    }

    private static <K, T> Map<K, T> by(Collection<T> rows, Function<T, K> key) {
        var map = new HashMap<K, T>();
        rows.forEach(row -> map.put(key.apply(row), row));
        return map;
    }
}
