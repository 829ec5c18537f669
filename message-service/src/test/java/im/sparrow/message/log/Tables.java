package im.sparrow.message.log;

import im.sparrow.contracts.Id;
import im.sparrow.message.command.Author;
import im.sparrow.message.command.Entry;
import im.sparrow.message.log.Decided.MemberStep;
import im.sparrow.message.member.MarkNumbers;
import im.sparrow.message.member.Marks;
import im.sparrow.message.member.Range;
import im.sparrow.message.row.ConversationRow;
import im.sparrow.message.row.Key;
import im.sparrow.message.row.MemberRow;
import im.sparrow.message.row.MemberRow.Interval;
import im.sparrow.message.row.MessageRow;
import im.sparrow.message.row.OpRow;
import im.sparrow.message.row.RefusalRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The log's tables in memory, with the same keys, reads and writes as the database's, and the writer's way round them. */
public final class Tables {

    /** Conversations. */
    public final Map<Id, ConversationRow> conversations = new HashMap<>();
    /** Members. */
    public final Map<Key.Member, MemberRow> members = new LinkedHashMap<>();
    /** Earlier intervals. */
    public final Map<Key.Member, List<Range>> intervals = new HashMap<>();

    final Map<Id, TreeMap<Long, MessageRow>> messages = new HashMap<>();
    /** Outcomes that are no messages. */
    public final Map<Key.Command, OpRow> ops = new HashMap<>();
    /** Final refusals. */
    public final Map<Key.Command, RefusalRow> refusals = new HashMap<>();

    private final AtomicLong ids = new AtomicLong(1_000_000);

    /** A taken key: what the database says as 1062. */
    private static final class Duplicate extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Decides and stores a batch as the writer does: without a look-up first, then with one. */
    Decided write(List<Entry> batch, Predicate<Author> stale, Instant now) {
        try {
            return write(batch, stale, now, false);
        } catch (Duplicate known) {
            try {
                return write(batch, stale, now, true);
            } catch (Duplicate again) {
                throw new AssertionError("a complete look-up did not find every outcome", again);
            }
        }
    }

    private Decided write(List<Entry> batch, Predicate<Author> stale, Instant now, boolean complete) throws Duplicate {
        Verdict verdict = decide(batch, stale, now, complete);
        if (verdict instanceof Verdict.OutcomesNeeded) {
            verdict = decide(batch, stale, now, true);
        }
        Decided decided = (Decided) verdict;
        check(decided);
        store(decided, now);
        return decided;
    }

    private Verdict decide(List<Entry> batch, Predicate<Author> stale, Instant now, boolean complete) {
        return Decision.decide(batch, read(batch, complete), stale, () -> Id.of(ids.incrementAndGet()), now);
    }

    private Known read(List<Entry> batch, boolean complete) {
        var wanted = new Wanted(batch);
        var heads = some(conversations, wanted.conversations());
        var some = some(members, wanted.members());
        var said = new HashMap<Key.Command, MessageRow>();
        var wantedSaid = wanted.said(complete);
        messages.values()
                .forEach(log -> log.values().forEach(row -> {
                    if (wantedSaid.contains(key(row))) {
                        said.put(key(row), row);
                    }
                }));
        var outcomes = new Outcomes(
                said, complete ? some(ops, wanted.done()) : Map.of(), some(refusals, wanted.refused(some)), complete);
        var targets = new HashMap<Key.Message, MessageRow>();
        for (Key.Message key : wanted.targets()) {
            if (log(key.conversationId()).get(key.seq()) instanceof MessageRow row) {
                targets.put(key, row);
            }
        }
        var marks = new HashMap<Key.Mark, MarkNumbers>();
        wanted.marks(heads, some).forEach(mark -> marks.put(mark, numbers(mark)));
        return new Known(heads, some, outcomes, targets, marks, complete ? refusalsByUser() : Map.of());
    }

    /** Counted anew, unlike the database's look-up, which starts at the old mark. */
    MarkNumbers numbers(Key.Mark mark) {
        var upTo = log(mark.conversationId()).headMap(mark.seq(), true).values();
        long countable = upTo.stream().filter(row -> row.said().countable()).count();
        long own = upTo.stream()
                .filter(row -> row.said().countable()
                        && mark.userId().equals(row.said().senderId()))
                .count();
        return new MarkNumbers(countable, own);
    }

    private Map<Id, Integer> refusalsByUser() {
        var counts = new HashMap<Id, Integer>();
        refusals.values().forEach(refusal -> counts.merge(refusal.actor(), 1, Integer::sum));
        return counts;
    }

    private void check(Decided decided) throws Duplicate {
        for (MessageRow row : decided.inserted()) {
            boolean taken = log(row.conversationId()).containsKey(row.seq())
                    || log(row.conversationId()).values().stream()
                            .anyMatch(other -> key(other).equals(key(row)));
            if (taken) {
                throw new Duplicate();
            }
        }
        for (OpRow op : decided.ops()) {
            if (ops.containsKey(new Key.Command(op.conversationId(), op.actor(), op.clientId()))) {
                throw new Duplicate();
            }
        }
        for (RefusalRow refusal : decided.refusals()) {
            if (refusals.containsKey(key(refusal))) {
                throw new Duplicate();
            }
        }
    }

    private void store(Decided decided, Instant now) {
        decided.inserted().forEach(row -> log(row.conversationId()).put(row.seq(), row));
        decided.recalled().forEach(row -> log(row.conversationId()).put(row.seq(), row));
        decided.ops().forEach(op -> ops.put(new Key.Command(op.conversationId(), op.actor(), op.clientId()), op));
        decided.refusals().forEach(refusal -> refusals.put(key(refusal), refusal));
        decided.described().forEach(row -> conversations.merge(row.id(), heads(row, null), Tables::heads));
        decided.steps()
                .forEach(step ->
                        conversations.computeIfPresent(step.conversationId(), (id, row) -> step(row, step, now)));
        decided.endings()
                .forEach(ending ->
                        members.replaceAll((key, row) -> key.conversationId().equals(ending.conversationId())
                                        && row.interval().open()
                                ? with(row, new Interval(row.interval().fromSeq(), ending.end()))
                                : row));
        decided.memberships()
                .forEach(
                        row -> members.merge(new Key.Member(row.conversationId(), row.userId()), row, Tables::forward));
        decided.archived()
                .forEach(archived -> intervals
                        .computeIfAbsent(archived.member(), key -> new ArrayList<>())
                        .add(archived.interval()));
        decided.memberSteps()
                .forEach(step -> members.computeIfPresent(step.member(), (key, row) -> step(row, step, now)));
    }

    private static ConversationRow heads(ConversationRow old, @Nullable ConversationRow described) {
        ConversationRow words = described == null ? old : described;
        boolean first = described == null;
        return new ConversationRow(
                old.id(),
                old.kind(),
                words.title(),
                words.photo(),
                words.state(),
                words.mutedUntil(),
                words.version(),
                first ? 0 : old.lastSeq(),
                first ? 0 : old.lastChangeSeq(),
                first ? 0 : old.lastCountableNo(),
                old.lastActivity());
    }

    private static ConversationRow step(ConversationRow row, Decided.Step step, Instant now) {
        boolean later = step.seqs() > 0 && now.isAfter(row.lastActivity());
        return new ConversationRow(
                row.id(),
                row.kind(),
                row.title(),
                row.photo(),
                row.state(),
                row.mutedUntil(),
                row.version(),
                row.lastSeq() + step.seqs(),
                row.lastChangeSeq() + step.changes(),
                row.lastCountableNo() + step.countables(),
                later ? now : row.lastActivity());
    }

    private static MemberRow with(MemberRow row, Interval interval) {
        return new MemberRow(
                row.conversationId(),
                row.userId(),
                row.standing(),
                interval,
                row.earlierIntervals(),
                row.marks(),
                row.ownNo(),
                row.lastOwnSeq(),
                row.refusedAt());
    }

    private static MemberRow forward(MemberRow old, MemberRow row) {
        return new MemberRow(
                row.conversationId(),
                row.userId(),
                row.standing(),
                row.interval(),
                row.earlierIntervals(),
                old.marks().forward(row.marks()),
                old.ownNo(),
                old.lastOwnSeq(),
                old.refusedAt());
    }

    private static MemberRow step(MemberRow row, MemberStep step, Instant now) {
        Marks marks = row.marks().forward(step.marks());
        return new MemberRow(
                row.conversationId(),
                row.userId(),
                row.standing(),
                row.interval(),
                row.earlierIntervals(),
                marks,
                row.ownNo() + step.owns(),
                Math.max(row.lastOwnSeq(), step.lastOwnSeq()),
                step.refused() ? now : row.refusedAt());
    }

    /** A conversation's messages by seq. */
    public TreeMap<Long, MessageRow> log(Id conversation) {
        return messages.computeIfAbsent(conversation, id -> new TreeMap<>());
    }

    private static Key.Command key(MessageRow row) {
        return new Key.Command(
                row.conversationId(), row.said().senderId(), row.said().clientId());
    }

    private static Key.Command key(RefusalRow row) {
        return new Key.Command(row.conversationId(), row.actor(), row.clientId());
    }

    private static <K, V> Map<K, V> some(Map<K, V> all, Collection<K> keys) {
        var found = new HashMap<K, V>();
        keys.forEach(key -> {
            if (all.get(key) instanceof Object row) {
                @SuppressWarnings("unchecked")
                V value = (V) row;
                found.put(key, value);
            }
        });
        return found;
    }
}
