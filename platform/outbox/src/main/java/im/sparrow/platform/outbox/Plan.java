package im.sparrow.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a relay works: the pure core of this room. It knows no clock (moments are handed in as
 * {@code System.nanoTime} values), no thread, no database and no broker; for one thread.
 *
 * <pre>
 *            lease taken anew, or broker lost                     a page that is not full
 *   ANY ───────────────────────────────────▶ AGAIN (sent rows) ───────────────────────────▶ NEWS (unsent rows)
 * </pre>
 *
 * <p>Invariants, provided the lease is exclusive: for each topic and key a version is first published only after every
 * smaller one was acknowledged; a row is marked only when it was acknowledged; while sent rows may be lost, nothing new
 * goes out before them and nothing is deleted.
 *
 * <p>What was sent again is as fresh with the broker as news, but its mark is old: so the moment from which on rows may
 * be lost is noted in the database until ten minutes after they were sent again. Otherwise a second power cut soon after
 * a long first one would lose them.
 */
final class Plan {

    /**
     * The numbers the order hangs on, all from {@link OutboxConfig}.
     *
     * @param tick pause when there is nothing to do, and after a failure
     * @param lease how long the lease lasts
     * @param need how much of the lease must be left before a wave: the longest a wave can take, and a margin
     * @param again how long ago something may have been published and yet be lost with the broker
     * @param purgeEvery pause between two purges
     * @param batch rows of a page of news; a page of sent rows has twice as many
     */
    record Numbers(Duration tick, Duration lease, Duration need, Duration again, Duration purgeEvery, int batch) {
        Numbers {
            if (need.compareTo(lease) >= 0) {
                throw new IllegalArgumentException(
                        "sparrow.outbox.lease must be longer than delivery, max-block and a second together");
            }
        }
    }

    /** What came of an attempt at the lease. */
    enum Lease {
        /** Another relay has it. */
        REFUSED,
        /** It was free or had run out: somebody may have published meanwhile. */
        TAKEN,
        /** It has been ours all the time. */
        RENEWED
    }

    /** How long an acknowledgement may stay unmarked while waves of one page follow each other: somebody may wait. */
    private static final long MARK_WITHIN = Duration.ofMillis(20).toNanos();

    private enum Phase {
        AGAIN,
        NEWS
    }

    private final Numbers numbers;
    private final Deque<List<Row>> waves = new ArrayDeque<>();
    private final List<Row> toMark = new ArrayList<>();
    private long unmarkedSince;
    private Phase phase = Phase.AGAIN;
    private @Nullable Instant againAfter;
    private boolean againMore = true;
    private boolean noted = true;
    private long againDone;
    private String newsAfter = "";
    private boolean newsMore = true;
    private boolean purgeable;
    private long leaseEnd;
    private long pauseEnd;
    private long lastPublished;
    private long lastPurge;

    /** A plan that holds no lease yet and has published nothing. */
    Plan(Numbers numbers, long now) {
        this.numbers = numbers;
        leaseEnd = now;
        pauseEnd = now;
        lastPublished = now - numbers.again().toNanos();
        lastPurge = now;
    }

    /** The next step. Asking twice gives the same step. */
    Step next(long now) {
        boolean paused = pauseEnd - now > 0;
        boolean leased = leaseEnd - now >= numbers.need().toNanos();
        boolean publishes = !paused && leased && !waves.isEmpty();
        if (!toMark.isEmpty() && (!publishes || now - unmarkedSince >= MARK_WITHIN)) {
            return new Step.MarkSent(List.copyOf(toMark));
        }
        if (paused) {
            return new Step.Rest(pauseEnd - now, true);
        }
        if (!leased) {
            return new Step.TakeLease();
        }
        if (publishes) {
            return new Step.Publish(waves.getFirst());
        }
        if (phase == Phase.AGAIN) {
            if (againMore) {
                return againAfter == null ? new Step.BeginAgain() : new Step.LoadSent(againAfter);
            }
            phase = Phase.NEWS;
            againDone = now;
        }
        if (newsMore) {
            return new Step.LoadUnsent(newsAfter);
        }
        if (noted && now - againDone >= numbers.again().toNanos()) {
            return new Step.EndAgain();
        }
        if (purgeable && !noted && now - lastPurge >= numbers.purgeEvery().toNanos()) {
            return new Step.Purge();
        }
        return new Step.Rest(numbers.tick().toNanos(), false);
    }

    /**
     * The lease was asked for.
     *
     * @param asked the moment before the database was asked: the lease cannot end sooner than its length after that
     */
    void leased(Lease lease, long asked) {
        switch (lease) {
            case REFUSED -> pauseEnd = asked + numbers.tick().toNanos();
            case RENEWED -> leaseEnd = asked + numbers.lease().toNanos();
            case TAKEN -> {
                leaseEnd = asked + numbers.lease().toNanos();
                startAgain();
            }
        }
    }

    /** The beginning of what may be lost is noted. */
    void againBegun(Instant from) {
        againAfter = from;
        noted = true;
    }

    /** The note is taken away. */
    void againEnded() {
        noted = false;
    }

    /** A page of sent rows was read, ordered by when they were sent. */
    void sentLoaded(List<Row> rows) {
        int limit = sentLimit();
        List<Row> page = rows;
        againMore = rows.size() >= limit;
        if (againMore) {
            page = wholeMarks(rows);
            againAfter = page.getLast().sentAt();
        }
        waves.addAll(Waves.of(page));
    }

    /** A page of unsent rows was read, ordered by key and version. */
    void unsentLoaded(List<Row> rows) {
        if (rows.size() >= numbers.batch()) {
            newsAfter = rows.getLast().key();
        } else {
            // The page reached the last key. Unless it began with the first, those before it have their turn now.
            newsMore = !newsAfter.isEmpty();
            newsAfter = "";
        }
        waves.addAll(Waves.of(rows));
    }

    /**
     * A wave was published.
     *
     * @param acknowledged ids of the rows the broker has; all of the wave when nothing failed
     */
    void published(Set<Long> acknowledged, long now) {
        List<Row> wave = waves.removeFirst();
        if (!acknowledged.isEmpty()) {
            lastPublished = now;
        }
        if (phase == Phase.NEWS) {
            unmarkedSince = toMark.isEmpty() ? now : unmarkedSince;
            wave.stream().filter(row -> acknowledged.contains(row.id())).forEach(toMark::add);
        }
        if (acknowledged.size() == wave.size()) {
            purgeable |= phase == Phase.NEWS;
            return;
        }
        pauseEnd = now + numbers.tick().toNanos();
        if (phase == Phase.AGAIN) {
            startAgain();
        } else {
            waves.clear();
            readNewsFromTheStart();
        }
    }

    /** The acknowledged rows are marked. */
    void marked() {
        toMark.clear();
    }

    /** A connection to the broker has ended: what was published lately may be gone with it. */
    void brokerLost(long now) {
        purgeable = false;
        if (now - lastPublished < numbers.again().toNanos()) {
            startAgain();
        }
    }

    /** There may be new rows: somebody committed, or a tick is over. */
    void news() {
        newsMore = true;
    }

    /** A batch was deleted; the next one follows at once when there may be more. */
    void purged(boolean more, long now) {
        lastPurge = more ? lastPurge : now;
        purgeable = more;
    }

    /** Rows of a page of sent rows: twice a batch, so that at least one whole mark is in it. */
    int sentLimit() {
        return 2 * numbers.batch();
    }

    /** Whether this plan may publish at the moment. */
    boolean leads(long now) {
        return leaseEnd - now > 0;
    }

    private void startAgain() {
        waves.clear();
        phase = Phase.AGAIN;
        againAfter = null;
        againMore = true;
        purgeable = false;
        readNewsFromTheStart();
    }

    private void readNewsFromTheStart() {
        newsAfter = "";
        newsMore = true;
    }

    /** The page without its last moment of sending, which may go on in the next page. */
    private static List<Row> wholeMarks(List<Row> rows) {
        Instant last = rows.getLast().sentAt();
        List<Row> whole =
                rows.stream().filter(row -> !Objects.equals(row.sentAt(), last)).toList();
        if (whole.isEmpty()) {
            throw new IllegalStateException("more rows marked at one moment than a page holds");
        }
        return whole;
    }
}
