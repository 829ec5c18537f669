package im.sparrow.message.writer;

import im.sparrow.contracts.Id;
import im.sparrow.message.Talk;
import im.sparrow.message.command.Author;
import im.sparrow.message.command.Entry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The writer's transaction on a work bench: with a clock that stands where it is put. */
final class Bench {

    static final Predicate<Author> FRESH = author -> false;

    private Bench() {}

    static LogTransaction transaction(DataSource database, Supplier<Instant> now) {
        InstantSource time = now::get;
        return new LogTransaction(new LogConnection(database), Talk::newId, FRESH, time, new EventRecords(6));
    }

    /** Writes one batch and gives the connection back. */
    static List<Written> write(DataSource database, Supplier<Instant> now, List<Entry> batch) throws Away {
        return write(transaction(database, now), batch);
    }

    /** The same with a transaction that is used again. */
    static List<Written> write(LogTransaction transaction, List<Entry> batch) throws Away {
        try {
            return transaction.write(batch);
        } finally {
            transaction.rest();
        }
    }

    static Id someone() {
        return Talk.newId();
    }
}
