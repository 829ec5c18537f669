package im.sparrow.message.log;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.message.Command.MemberChange;
import im.sparrow.message.member.MarkNumbers;
import im.sparrow.message.member.Marks;
import im.sparrow.message.member.Range;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.MemberRow.End;
import im.sparrow.message.row.MemberRow.Interval;
import im.sparrow.message.row.MemberRow.Standing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member while a batch is walked. An interval is open or closed, and only a join opens a new one:
 *
 * <pre>
 *   (none) ── join ──▶ open ── end ──▶ closed ── join ──▶ open …      the interval before is archived
 * </pre>
 */
final class Member {

    private static final Marks NONE = new Marks(0, 0, 0, 0);

    private final Id conversationId;
    private final Id userId;
    private final @Nullable MemberRow stored;
    private Standing standing;
    private Interval interval;
    private Marks marks;
    private Marks shown = NONE;
    private int earlierIntervals;
    private long owns;
    private long lastOwnSeq;
    private boolean changed;
    private boolean refused;

    /** As it is stored. */
    Member(MemberRow stored) {
        this.conversationId = stored.conversationId();
        this.userId = stored.userId();
        this.stored = stored;
        this.standing = stored.standing();
        this.interval = stored.interval();
        this.marks = stored.marks();
        this.earlierIntervals = stored.earlierIntervals();
    }

    /** Someone who was never here and joins now. */
    Member(Conversation conversation, MemberChange change, long fromSeq) {
        this.conversationId = conversation.id();
        this.userId = change.userId();
        this.stored = null;
        this.standing = Standing.of(change);
        this.interval = new Interval(fromSeq, null);
        this.marks = atHead(conversation);
        this.changed = true;
    }

    Id userId() {
        return userId;
    }

    Standing standing() {
        return standing;
    }

    Interval interval() {
        return interval;
    }

    long readSeq() {
        return marks.readSeq();
    }

    /** Own countable messages when the batch began: the number that stands at the head of then. */
    long storedOwnNo() {
        return stored == null ? 0 : stored.ownNo();
    }

    /** Takes over what social-service says. */
    void become(MemberChange change) {
        standing = Standing.of(change);
        changed = true;
    }

    /** Opens a new interval; the marks are set to the join. Answers the interval before, when it held anything. */
    Optional<Range> join(Conversation conversation, long fromSeq) {
        End end = interval.end();
        boolean held = end != null && end.seq() >= interval.fromSeq();
        Optional<Range> before =
                held ? Optional.of(new Range(interval.fromSeq(), interval.lastVisible(0))) : Optional.empty();
        earlierIntervals += held ? 1 : 0;
        interval = new Interval(fromSeq, null);
        marks = marks.forward(atHead(conversation));
        changed = true;
        return before;
    }

    /** Closes the interval. */
    void end(End end) {
        interval = new Interval(interval.fromSeq(), end);
        changed = true;
    }

    void said(long seq) {
        owns++;
        lastOwnSeq = seq;
    }

    /** Moves the read mark forward, and the delivered mark with it. */
    void shows(long seq, MarkNumbers numbers) {
        shown = shown.forward(new Marks(seq, numbers.countableNo(), numbers.ownNo(), seq));
        marks = marks.forward(shown);
    }

    void refused() {
        refused = true;
    }

    /** As it is after the batch. */
    MemberRow row() {
        return row(storedOwnNo() + owns, Math.max(lastOwnSeq, stored == null ? 0 : stored.lastOwnSeq()));
    }

    /** The whole row to store, when a service's command has changed it; own numbers follow as a step. */
    Optional<MemberRow> membership() {
        return changed ? Optional.of(row(storedOwnNo(), stored == null ? 0 : stored.lastOwnSeq())) : Optional.empty();
    }

    Optional<Decided.MemberStep> step() {
        boolean moves = owns > 0 || shown.readSeq() > 0 || refused;
        var key = new Key.Member(conversationId, userId);
        return moves ? Optional.of(new Decided.MemberStep(key, owns, lastOwnSeq, shown, refused)) : Optional.empty();
    }

    Optional<Decided.MarkMoved> moved(Conversation conversation) {
        if (shown.readSeq() == 0) {
            return Optional.empty();
        }
        End end = interval.end();
        long countable = end == null ? conversation.lastCountableNo() : end.countableNo();
        return Optional.of(new Decided.MarkMoved(
                new Key.Member(conversationId, userId),
                conversation.kind(),
                marks,
                marks.unread(countable, storedOwnNo() + owns)));
    }

    private Marks atHead(Conversation conversation) {
        long seq = conversation.lastSeq();
        return new Marks(seq, conversation.lastCountableNo(), storedOwnNo() + owns, seq);
    }

    private MemberRow row(long ownNo, long ownSeq) {
        return new MemberRow(
                conversationId,
                userId,
                standing,
                interval,
                earlierIntervals,
                marks,
                ownNo,
                ownSeq,
                stored == null ? null : stored.refusedAt());
    }
}
