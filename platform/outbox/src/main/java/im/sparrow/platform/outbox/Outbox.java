package im.sparrow.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics.Topic;
import im.sparrow.platform.database.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Says something to other services in the transaction that makes it true: the row is written with the transaction's
 * other rows or not at all, and goes out after the commit, at least once, per topic and key by version.
 *
 * <p>All that a transaction says is written in one statement at its end.
 */
@Singleton
public class Outbox {

    /** Characters of a value; a record larger than the broker takes would block its relay for ever. */
    public static final int VALUE_MAX = 256 * 1024;

    /** Rows that one {@link #awaitSent(Collection, Duration)} may ask for. */
    public static final int AWAIT_MAX = 1_000;

    private static final Object ROWS = Outbox.class;
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Ids ids;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final TransactionSynchronizationRegistry transactions;
    private final Relay relay;
    private final OutboxTable table;

    Outbox(
            Ids ids,
            ObjectMapper json,
            InstantSource clock,
            TransactionSynchronizationRegistry transactions,
            Relay relay,
            DataSource database) {
        this.ids = ids;
        this.json = json;
        this.clock = clock;
        this.transactions = transactions;
        this.relay = relay;
        this.table = new OutboxTable(database);
    }

    /**
     * Says something in the current transaction.
     *
     * @param topic where
     * @param key the record's key; it decides the partition
     * @param version orders what is said under one topic and key: taken under the row lock of what it tells of, so that
     *     a larger one never commits before a smaller one
     * @param value what; becomes JSON
     * @return the row's id, for {@link #awaitSent(Collection, Duration)}
     * @throws IllegalStateException without a transaction
     */
    public Id say(Topic topic, String key, long version, Object value) {
        return say(ids.next(), topic, key, version, Map.of(), value);
    }

    /**
     * The same with an id that the caller made ({@link Ids#next}), where the value repeats it, and with headers.
     *
     * @throws IllegalArgumentException when the value is larger than {@link #VALUE_MAX}
     */
    public Id say(Id id, Topic topic, String key, long version, Map<String, String> headers, Object value) {
        String text = text(value);
        if (text.length() > VALUE_MAX) {
            throw new IllegalArgumentException("a value has at most " + VALUE_MAX + " characters");
        }
        rows().add(new Said(id.value(), topic.name(), key, version, text, text(headers)));
        return id;
    }

    /** The row's id in the form that commands carry as their maker's id. */
    public static UUID commandId(Id id) {
        return new UUID(0, id.value());
    }

    /**
     * Waits until the broker has acknowledged the rows. Only after the commit: rows that are not visible count as sent.
     *
     * @param rows at most {@link #AWAIT_MAX}
     * @param longest how long to wait
     * @return whether it has
     */
    public boolean awaitSent(Collection<Id> rows, Duration longest) {
        if (rows.size() > AWAIT_MAX) {
            throw new IllegalArgumentException("at most " + AWAIT_MAX + " rows can be waited for");
        }
        List<Long> numbers = rows.stream().map(Id::value).toList();
        return numbers.isEmpty() || await(() -> table.anyUnsent(numbers), longest);
    }

    /** The same for all rows of a key that are visible now; not for those that follow while it waits. */
    public boolean awaitSent(Topic topic, String key, Duration longest) {
        try {
            OptionalLong newest = table.newestUnsent(topic.name(), key);
            return newest.isEmpty() || await(() -> table.anyUnsent(topic.name(), key, newest.getAsLong()), longest);
        } catch (SQLException away) {
            return false;
        }
    }

    private boolean await(Question anyUnsent, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        long seen = relay.sent().count();
        try {
            while (anyUnsent.ask()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                // Where another instance's relay publishes, no signal comes: look again after a moment.
                seen = relay.sent().await(seen, Math.min(left, LOOK.toNanos()));
            }
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (SQLException away) {
            // The rows are committed and go out in time; only nobody can say so now.
            return false;
        }
    }

    @SuppressWarnings("unchecked") // only this class puts something under its own key
    private List<Said> rows() {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("the outbox is written in a transaction or not at all");
        }
        var known = (List<Said>) transactions.getResource(ROWS);
        if (known != null) {
            return known;
        }
        List<Said> rows = new ArrayList<>();
        transactions.putResource(ROWS, rows);
        transactions.registerInterposedSynchronization(new Writing(rows));
        return rows;
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("not to be written as JSON: " + value.getClass(), unwritable);
        }
    }

    private interface Question {
        boolean ask() throws SQLException;
    }

    /** Writes the rows just before the commit and wakes the relay after it. */
    private final class Writing implements Synchronization {

        private final List<Said> rows;

        private Writing(List<Said> rows) {
            this.rows = rows;
        }

        @Override
        public void beforeCompletion() {
            try {
                table.insert(rows, clock.instant());
            } catch (SQLException failed) {
                throw new IllegalStateException("the outbox was not written", failed);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
