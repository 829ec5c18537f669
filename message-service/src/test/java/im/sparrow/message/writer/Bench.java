package im.sparrow.message.writer;

import im.sparrow.contracts.Id;
import im.sparrow.message.Talk;
import im.sparrow.message.command.Author;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The writer's transaction on a work bench: with a clock that stands where it is put. */
final class Bench {

    static final Predicate<Author> FRESH = author -> false;

    private Bench() {}

    static LogTransaction transaction(DataSource database, Supplier<Instant> now) {
        InstantSource time = now::get;
        return new LogTransaction(database, Talk::newId, FRESH, time, new EventRecords(6));
    }

    static Id someone() {
        return Talk.newId();
    }
}
