package im.sparrow.message.writer;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.message.command.Author;
import im.sparrow.message.command.Entry;
import im.sparrow.message.command.No;
import im.sparrow.message.log.Decided;
import im.sparrow.message.log.Decision;
import im.sparrow.message.log.Known;
import im.sparrow.message.log.Verdict;
import im.sparrow.platform.core.Refused;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Stores a batch in one transaction and says what to tell.
 *
 * <p>First it tries without looking for outcomes. A duplicate key, or a refusal, runs the batch again with a complete
 * look-up. Locks in the way run it again up to three times; then, as with data that cannot be stored, it is halved until
 * the entry that is to blame stands alone, and that one is refused. A database that is away is the caller's to wait for.
 */
final class LogTransaction {

    private static final Logger LOG = Logger.getLogger(LogTransaction.class);
    private static final int ATTEMPTS = 3;
    private static final int JITTER_MILLIS = 20;

    /**
     * What was decided longer ago is not stored but decided anew, once: a process that was stopped in between has not
     * heard of revocations. A database that is as slow as that is used all the same.
     */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final LogConnection database;
    private final Supplier<Id> ids;
    private final Predicate<Author> stale;
    private final InstantSource time;
    private final EventRecords events;

    LogTransaction(
            LogConnection database,
            Supplier<Id> ids,
            Predicate<Author> stale,
            InstantSource time,
            EventRecords events) {
        this.database = database;
        this.ids = ids;
        this.stale = stale;
        this.time = time;
        this.events = events;
    }

    /**
     * Stores the batch, in as many transactions as it takes: one, if nothing is in the way.
     *
     * @return what each transaction must tell, in order
     * @throws Away when the database is away; nothing of the part that met it is stored
     */
    List<Written> write(List<Entry> batch) throws Away {
        var written = new ArrayList<Written>();
        write(batch, written);
        return written;
    }

    private void write(List<Entry> batch, List<Written> written) throws Away {
        boolean complete = false;
        Exception last = new IllegalStateException("not tried");
        for (int attempt = 0; attempt <= ATTEMPTS; attempt++) {
            try {
                written.add(attempt(batch, complete, attempt == 0));
                return;
            } catch (SQLException e) {
                last = e;
                Fault fault = Fault.of(e);
                if (fault == Fault.AWAY) {
                    throw new Away("database", e);
                }
                if (fault == Fault.DATA) {
                    break;
                }
                complete |= fault == Fault.KNOWN;
                pause(fault);
            } catch (Refused noId) {
                throw new Away("ids", noId);
            } catch (RuntimeException bug) {
                // The one place that goes on after any exception: one record must never block its partition.
                LOG.errorf(bug, "a batch of %d cannot be decided", batch.size());
                last = bug;
                break;
            }
        }
        halve(batch, written, last);
    }

    private void halve(List<Entry> batch, List<Written> written, Exception why) throws Away {
        if (batch.size() > 1) {
            write(batch.subList(0, batch.size() / 2), written);
            write(batch.subList(batch.size() / 2, batch.size()), written);
            return;
        }
        Entry entry = batch.getFirst();
        if (why instanceof SQLException e && Fault.of(e) != Fault.DATA) {
            throw new Away("a row", why);
        }
        LOG.errorf("one command of %s cannot be stored: %s", entry.conversationId(), why.getClass());
        if (entry.asked() instanceof Entry.ByPerson person) {
            var poison = new Entry.Poison(person.author(), person.command().clientId(), No.of(Problem.INVALID_BODY));
            write(List.of(new Entry(entry.offset(), entry.conversationId(), entry.appendedAt(), poison)), written);
        } else {
            written.add(new Written(List.of(events.dead(entry, Problem.INTERNAL)), List.of()));
        }
    }

    private Written attempt(List<Entry> batch, boolean complete, boolean first) throws SQLException {
        long begin = System.nanoTime();
        try {
            Connection connection = database.open();
            Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
            Decided decided = decide(connection, batch, complete, now);
            LogWrites.write(connection, decided, now);
            var written = new Written(events.of(decided), decided.moved());
            if (first && System.nanoTime() - begin > LONGEST.toNanos()) {
                throw new SQLTransactionRollbackException("decided too long ago", "40001", Fault.LOCK_WAIT);
            }
            connection.commit();
            return written;
        } catch (SQLException | RuntimeException | Error e) {
            database.rollBack(e);
            throw e;
        }
    }

    /** Gives back what is held for the next batch. */
    void rest() {
        database.release();
    }

    private Decided decide(Connection connection, List<Entry> batch, boolean complete, Instant now)
            throws SQLException {
        Instant hourAgo = now.minus(Duration.ofHours(1));
        Known known = LogReads.read(connection, batch, complete, hourAgo);
        return switch (Decision.decide(batch, known, stale, ids, now)) {
            case Decided decided -> decided;
            case Verdict.OutcomesNeeded needed -> {
                if (complete) {
                    throw new IllegalStateException("a complete look-up did not settle the batch");
                }
                yield decide(connection, batch, true, now);
            }
        };
    }

    private static void pause(Fault fault) {
        if (fault == Fault.CONFLICT) {
            try {
                Thread.sleep(ThreadLocalRandom.current().nextInt(JITTER_MILLIS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
