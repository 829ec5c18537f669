package im.sparrow.message.writer;

import im.sparrow.message.log.Decided;
import im.sparrow.message.log.Decided.MemberStep;
import im.sparrow.message.log.Decided.Step;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.MessageRow;
import im.sparrow.message.row.RowColumns;
import im.sparrow.message.sql.Jdbc;
import im.sparrow.message.sql.Parameters;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes what a batch comes to: each kind of row in one statement, whatever their number. Inserts come first, so that a
 * repeat shows before anything else is done.
 */
final class LogWrites {

    /** Distinct steps that get a statement of their own (the cheapest shape); more of them go in one joined update. */
    static final int STEP_STATEMENTS = 3;

    private final Connection connection;
    private final Decided decided;
    private final Instant now;

    private LogWrites(Connection connection, Decided decided, Instant now) {
        this.connection = connection;
        this.decided = decided;
        this.now = now;
    }

    /** Writes all of it; the caller commits. */
    static void write(Connection connection, Decided decided, Instant now) throws SQLException {
        var writes = new LogWrites(connection, decided, now);
        writes.insert();
        writes.ops();
        writes.refusals();
        writes.describe();
        writes.steps();
        writes.endings();
        writes.memberships();
        writes.archive();
        writes.memberSteps();
        writes.recall();
    }

    private void insert() throws SQLException {
        Jdbc.write(
                connection,
                decided.inserted(),
                count ->
                        "INSERT /* log.insert */ INTO message (conversation_id, seq, id, sender_id, client_msg_id, type,"
                                + " body, reply_to, mentions, hash, countable, countable_no, change_seq, created_at, recalled_by,"
                                + " recalled_at, command_offset) VALUES " + Jdbc.values(count, 17),
                LogWrites::bind);
    }

    private static void bind(Parameters p, MessageRow row) throws SQLException {
        var said = row.said();
        var change = row.change();
        p.id(row.conversationId())
                .number(row.seq())
                .id(row.id())
                .id(said.senderId())
                .bits(said.clientId())
                .text(said.type())
                .text(said.body())
                .maybeNumber(said.replyTo())
                .text(said.mentions())
                .bits(said.hash())
                .flag(said.countable())
                .number(row.countableNo())
                .maybeNumber(change == null ? null : change.changeSeq())
                .time(row.createdAt())
                .maybeId(change == null ? null : change.recalledBy())
                .time(change == null ? null : change.recalledAt())
                .number(row.commandOffset());
    }

    private void ops() throws SQLException {
        Jdbc.write(
                connection,
                decided.ops(),
                count -> "INSERT /* log.op */ INTO op (conversation_id, actor_id, client_op_id, kind, seq, change_seq,"
                        + " effect, created_at, command_offset) VALUES " + Jdbc.values(count, 9),
                (p, op) -> p.id(op.conversationId())
                        .id(op.actor())
                        .bits(op.clientId())
                        .text(op.kind())
                        .maybeNumber(op.seq())
                        .maybeNumber(op.changeSeq())
                        .text(op.effect())
                        .time(now)
                        .number(op.commandOffset()));
    }

    private void refusals() throws SQLException {
        Jdbc.write(
                connection,
                decided.refusals(),
                count ->
                        "INSERT /* log.refusal */ INTO refusal (conversation_id, actor_id, client_id, code, ends_at, hash,"
                                + " created_at) VALUES " + Jdbc.values(count, 7),
                (p, refusal) -> p.id(refusal.conversationId())
                        .id(refusal.actor())
                        .bits(refusal.clientId())
                        .text(refusal.code())
                        .time(refusal.until())
                        .bits(refusal.hash())
                        .time(now));
    }

    /** New conversations start with empty heads: the steps move them. */
    private void describe() throws SQLException {
        Jdbc.write(
                connection,
                decided.described(),
                count ->
                        "INSERT /* log.describe */ INTO conversation (id, kind, title, photo, state, muted_until, version,"
                                + " last_seq, last_change_seq, last_countable_no, last_activity, created_at) VALUES "
                                + Jdbc.values(count, 12)
                                + " ON DUPLICATE KEY UPDATE title = VALUES(title), photo = VALUES(photo), state = VALUES(state),"
                                + " muted_until = VALUES(muted_until), version = VALUES(version)",
                (p, row) -> p.id(row.id())
                        .text(RowColumns.word(row.kind()))
                        .text(row.title())
                        .text(row.photo())
                        .text(RowColumns.word(row.state()))
                        .time(row.mutedUntil())
                        .number(row.version())
                        .number(0)
                        .number(0)
                        .number(0)
                        .time(row.lastActivity())
                        .time(now));
    }

    private void steps() throws SQLException {
        Map<List<Long>, List<Step>> groups = decided.steps().stream()
                .collect(Collectors.groupingBy(s -> List.of(s.seqs(), s.changes(), s.countables())));
        if (groups.size() <= STEP_STATEMENTS) {
            for (List<Step> group : groups.values()) {
                step(group);
            }
        } else {
            stepEach(decided.steps());
        }
    }

    private void step(List<Step> alike) throws SQLException {
        Step step = alike.getFirst();
        Jdbc.update(
                connection,
                "UPDATE /* log.step */ conversation SET last_seq = last_seq + ?, last_change_seq = last_change_seq + ?,"
                        + " last_countable_no = last_countable_no + ?, last_activity = GREATEST(last_activity, CAST(? AS DATETIME(6)))"
                        + " WHERE id IN (" + Jdbc.places(alike.size()) + ")",
                p -> {
                    p.number(step.seqs()).number(step.changes()).number(step.countables());
                    p.time(activity(step));
                    for (Step each : alike) {
                        p.id(each.conversationId());
                    }
                });
    }

    private void stepEach(List<Step> steps) throws SQLException {
        Jdbc.write(
                connection,
                steps,
                count -> "UPDATE /* log.step */ " + Jdbc.rows(count, "k", "s", "g", "n", "t")
                        + " v STRAIGHT_JOIN conversation c ON c.id = v.k SET c.last_seq = c.last_seq + v.s,"
                        + " c.last_change_seq = c.last_change_seq + v.g,"
                        + " c.last_countable_no = c.last_countable_no + v.n,"
                        + " c.last_activity = GREATEST(c.last_activity, CAST(v.t AS DATETIME(6)))",
                (p, step) -> p.id(step.conversationId())
                        .number(step.seqs())
                        .number(step.changes())
                        .number(step.countables())
                        .time(activity(step)));
    }

    /** Only messages are activity. */
    private Instant activity(Step step) {
        return step.seqs() > 0 ? now : Instant.EPOCH;
    }

    private void endings() throws SQLException {
        for (Decided.Ending ending : decided.endings()) {
            Jdbc.update(
                    connection,
                    "UPDATE /* log.end */ member SET to_seq = ?, to_change_seq = ?, to_countable_no = ?, to_activity = ?"
                            + " WHERE conversation_id = ? AND to_seq IS NULL",
                    p -> p.number(ending.end().seq())
                            .number(ending.end().changeSeq())
                            .number(ending.end().countableNo())
                            .time(ending.end().activity())
                            .id(ending.conversationId()));
        }
    }

    private void memberships() throws SQLException {
        Jdbc.write(
                connection,
                decided.memberships(),
                count ->
                        "INSERT /* log.membership */ INTO member (conversation_id, user_id, role, muted_until, can_send,"
                                + " reason, version, from_seq, to_seq, to_change_seq, to_countable_no, to_activity, earlier_intervals,"
                                + " read_seq, read_countable_no, read_own_no, delivered_seq, own_no, last_own_seq) VALUES "
                                + Jdbc.values(count, 19)
                                + " ON DUPLICATE KEY UPDATE role = VALUES(role), muted_until = VALUES(muted_until),"
                                + " can_send = VALUES(can_send), reason = VALUES(reason), version = VALUES(version),"
                                + " from_seq = VALUES(from_seq), to_seq = VALUES(to_seq), to_change_seq = VALUES(to_change_seq),"
                                + " to_countable_no = VALUES(to_countable_no), to_activity = VALUES(to_activity),"
                                + " earlier_intervals = VALUES(earlier_intervals),"
                                + " read_seq = GREATEST(read_seq, VALUES(read_seq)),"
                                + " read_countable_no = GREATEST(read_countable_no, VALUES(read_countable_no)),"
                                + " read_own_no = GREATEST(read_own_no, VALUES(read_own_no)),"
                                + " delivered_seq = GREATEST(delivered_seq, VALUES(delivered_seq))",
                LogWrites::bind);
    }

    private static void bind(Parameters p, MemberRow row) throws SQLException {
        var standing = row.standing();
        var end = row.interval().end();
        var marks = row.marks();
        p.id(row.conversationId())
                .id(row.userId())
                .text(RowColumns.word(standing.role()))
                .time(standing.mutedUntil())
                .flag(standing.canSend())
                .text(standing.reason())
                .number(standing.version())
                .number(row.interval().fromSeq())
                .maybeNumber(end == null ? null : end.seq())
                .maybeNumber(end == null ? null : end.changeSeq())
                .maybeNumber(end == null ? null : end.countableNo())
                .time(end == null ? null : end.activity())
                .number(row.earlierIntervals())
                .number(marks.readSeq())
                .number(marks.readCountableNo())
                .number(marks.readOwnNo())
                .number(marks.deliveredSeq())
                .number(row.ownNo())
                .number(row.lastOwnSeq());
    }

    private void archive() throws SQLException {
        Jdbc.write(
                connection,
                decided.archived(),
                count ->
                        "INSERT /* log.archive */ INTO member_interval (conversation_id, user_id, from_seq, to_seq) VALUES "
                                + Jdbc.values(count, 4)
                                + " ON DUPLICATE KEY UPDATE from_seq = LEAST(from_seq, VALUES(from_seq))",
                (p, archived) -> p.id(archived.member().conversationId())
                        .id(archived.member().userId())
                        .number(archived.interval().from())
                        .number(archived.interval().to()));
    }

    private void memberSteps() throws SQLException {
        Jdbc.write(
                connection,
                decided.memberSteps(),
                count -> "UPDATE /* log.member-step */ " + Jdbc.rows(count, "k", "u", "o", "s", "r", "rc", "ro", "f")
                        + " v STRAIGHT_JOIN member m ON m.conversation_id = v.k AND m.user_id = v.u"
                        + " SET m.own_no = m.own_no + v.o, m.last_own_seq = GREATEST(m.last_own_seq, v.s),"
                        + " m.read_seq = GREATEST(m.read_seq, v.r),"
                        + " m.read_countable_no = GREATEST(m.read_countable_no, v.rc),"
                        + " m.read_own_no = GREATEST(m.read_own_no, v.ro),"
                        + " m.delivered_seq = GREATEST(m.delivered_seq, v.r),"
                        + " m.refused_at = IF(v.f IS NULL, m.refused_at, CAST(v.f AS DATETIME(6)))",
                this::bind);
    }

    private void bind(Parameters p, MemberStep step) throws SQLException {
        p.id(step.member().conversationId())
                .id(step.member().userId())
                .number(step.owns())
                .number(step.lastOwnSeq())
                .number(step.marks().readSeq())
                .number(step.marks().readCountableNo())
                .number(step.marks().readOwnNo())
                .time(step.refused() ? now : null);
    }

    private void recall() throws SQLException {
        Jdbc.write(
                connection,
                decided.recalled(),
                count -> "UPDATE /* log.recall */ " + Jdbc.rows(count, "k", "s", "g", "b", "t")
                        + " v STRAIGHT_JOIN message x ON x.conversation_id = v.k AND x.seq = v.s"
                        + " SET x.change_seq = v.g, x.recalled_by = v.b, x.recalled_at = CAST(v.t AS DATETIME(6)), x.body = NULL,"
                        + " x.mentions = NULL, x.reply_to = NULL",
                LogWrites::bindRecall);
    }

    private static void bindRecall(Parameters p, MessageRow row) throws SQLException {
        var change = row.change();
        if (change == null) {
            throw new IllegalStateException("not recalled: seq " + row.seq());
        }
        p.id(row.conversationId())
                .number(row.seq())
                .number(change.changeSeq())
                .id(change.recalledBy())
                .time(change.recalledAt());
    }
}
