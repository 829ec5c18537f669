package im.sparrow.platform.outbox;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The statements on {@code outbox}. Only {@link #insert} belongs to a caller's transaction; the others commit by
 * themselves. Every read follows an index and is cut by a limit.
 */
final class OutboxTable {

    private static final String COLUMNS =
            "SELECT id, topic, record_key, version, record_value, headers, sent_at FROM outbox ";

    private final DataSource database;

    OutboxTable(DataSource database) {
        this.database = database;
    }

    /** One multi-row INSERT (rewritten by the driver) in the current transaction. */
    void insert(List<Said> rows, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO outbox"
                                + " (id, topic, record_key, version, record_value, headers, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (Said row : rows) {
                insert.setLong(1, row.id());
                insert.setString(2, row.topic());
                insert.setString(3, row.key());
                insert.setLong(4, row.version());
                insert.setString(5, row.value());
                insert.setString(6, row.headers());
                insert.setObject(7, utc(now));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What was not sent yet, for keys greater than one, by key and version. */
    List<Row> unsent(String afterKey, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(COLUMNS
                        + "WHERE sent_at IS NULL AND record_key > ? ORDER BY record_key, version, id LIMIT ?")) {
            select.setString(1, afterKey);
            select.setInt(2, limit);
            return rows(select);
        }
    }

    /** What was sent later than a moment, in the order of sending. */
    List<Row> sentAfter(Instant after, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        COLUMNS + "WHERE sent_at > ? ORDER BY sent_at, record_key, version, id LIMIT ?")) {
            select.setObject(1, utc(after));
            select.setInt(2, limit);
            return rows(select);
        }
    }

    /** When the newest sent row was sent; nothing when there is none. */
    Optional<Instant> newestSent() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT MAX(sent_at) FROM outbox");
                var row = select.executeQuery()) {
            row.next();
            return Optional.ofNullable(instant(row, 1));
        }
    }

    /** Notes that the broker has the rows; a row that is marked already keeps its moment. */
    void markSent(List<Row> rows, Instant at) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "UPDATE outbox SET sent_at = ? WHERE id IN (" + marks(rows.size()) + ") AND sent_at IS NULL")) {
            update.setObject(1, utc(at));
            int parameter = 2;
            for (Row row : rows) {
                update.setLong(parameter++, row.id());
            }
            update.executeUpdate();
        }
    }

    /** Deletes what was sent before a moment; answers how many rows. */
    int purge(Instant before, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var delete =
                        connection.prepareStatement("DELETE FROM outbox WHERE sent_at < ? ORDER BY sent_at LIMIT ?")) {
            delete.setObject(1, utc(before));
            delete.setInt(2, limit);
            return delete.executeUpdate();
        }
    }

    /** Whether any of the rows is not sent yet. */
    boolean anyUnsent(Collection<Long> ids) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT id FROM outbox WHERE sent_at IS NULL AND id IN (" + marks(ids.size()) + ") LIMIT 1")) {
            int parameter = 1;
            for (long id : ids) {
                select.setLong(parameter++, id);
            }
            return any(select);
        }
    }

    /** The newest version of a key that is not sent yet; nothing when all are. */
    OptionalLong newestUnsent(String topic, String key) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT MAX(version) FROM outbox WHERE sent_at IS NULL AND record_key = ? AND topic = ?")) {
            select.setString(1, key);
            select.setString(2, topic);
            try (var row = select.executeQuery()) {
                row.next();
                long version = row.getLong(1);
                return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(version);
            }
        }
    }

    /** Whether any row of a key up to a version is not sent yet. */
    boolean anyUnsent(String topic, String key, long version) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT id FROM outbox"
                        + " WHERE sent_at IS NULL AND record_key = ? AND topic = ? AND version <= ? LIMIT 1")) {
            select.setString(1, key);
            select.setString(2, topic);
            select.setLong(3, version);
            return any(select);
        }
    }

    /** How many rows wait, and since when the oldest does. */
    Backlog backlog() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT COUNT(*), MIN(created_at) FROM outbox WHERE sent_at IS NULL");
                var row = select.executeQuery()) {
            row.next();
            return new Backlog(row.getLong(1), Optional.ofNullable(instant(row, 2)));
        }
    }

    /** What waits. */
    record Backlog(long rows, Optional<Instant> oldest) {}

    private static boolean any(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            return row.next();
        }
    }

    private static List<Row> rows(PreparedStatement select) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                rows.add(new Row(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        instant(row, 7)));
            }
        }
        return rows;
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        LocalDateTime utc = row.getObject(column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
