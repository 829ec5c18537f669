package im.sparrow.social.contact;

import im.sparrow.contracts.Id;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.sql.DataSource;

/**
 * The statements on {@code contact_state} and {@code contact_change}, by hand because one change may concern hundreds of
 * users: three statements note all of them.
 */
@Singleton
class ContactTable {

    private final DataSource database;

    ContactTable(DataSource database) {
        this.database = database;
    }

    /**
     * Raises users' versions and keeps their rows locked; answers the versions after it. Users come in ascending order,
     * so that two transactions cannot wait for each other.
     */
    Map<Long, Long> raise(SortedMap<Long, Integer> steps) throws SQLException {
        try (var connection = database.getConnection()) {
            try (var upsert = connection.prepareStatement("INSERT INTO contact_state (user_id, version, floor_version)"
                    + " VALUES " + repeat("(?, ?, 0)", steps.size())
                    + " ON DUPLICATE KEY UPDATE version = version + VALUES(version)")) {
                int parameter = 1;
                for (var step : steps.entrySet()) {
                    upsert.setLong(parameter++, step.getKey());
                    upsert.setInt(parameter++, step.getValue());
                }
                upsert.executeUpdate();
            }
            try (var select =
                    connection.prepareStatement("SELECT user_id, version FROM contact_state WHERE user_id IN ("
                            + repeat("?", steps.size()) + ")")) {
                int parameter = 1;
                for (long user : steps.keySet()) {
                    select.setLong(parameter++, user);
                }
                Map<Long, Long> versions = new HashMap<>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        versions.put(row.getLong(1), row.getLong(2));
                    }
                }
                return versions;
            }
        }
    }

    /** A change with its user and version. */
    record Versioned(ContactChange change, long version) {}

    /** Notes changes, each over what stood for the same contact. */
    void note(List<Versioned> changes, Instant now) throws SQLException {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("INSERT INTO contact_change"
                        + " (user_id, area, item_id, version, gone, changed_at) VALUES "
                        + repeat("(?, ?, ?, ?, ?, ?)", changes.size())
                        + " ON DUPLICATE KEY UPDATE version = VALUES(version), gone = VALUES(gone),"
                        + " changed_at = VALUES(changed_at)")) {
            int parameter = 1;
            for (Versioned each : changes) {
                upsert.setLong(parameter++, each.change().userId().value());
                upsert.setString(parameter++, each.change().area().word());
                upsert.setLong(parameter++, each.change().itemId().value());
                upsert.setLong(parameter++, each.version());
                upsert.setBoolean(parameter++, each.change().gone());
                upsert.setObject(parameter++, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
            }
            upsert.executeUpdate();
        }
    }

    ContactState state(Id user) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT version, floor_version FROM contact_state WHERE user_id = ?")) {
            select.setLong(1, user.value());
            try (var row = select.executeQuery()) {
                return row.next() ? new ContactState(row.getLong(1), row.getLong(2)) : new ContactState(0, 0);
            }
        }
    }

    /** Changes after a version, oldest first; from the beginning only what is not over. */
    List<NotedChange> since(Id user, long version, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT area, item_id, version, gone FROM contact_change"
                        + " WHERE user_id = ? AND version > ?" + (version == 0 ? " AND gone = FALSE" : "")
                        + " ORDER BY version LIMIT ?")) {
            select.setLong(1, user.value());
            select.setLong(2, version);
            select.setInt(3, limit);
            return read(select);
        }
    }

    private static List<NotedChange> read(PreparedStatement select) throws SQLException {
        List<NotedChange> changes = new ArrayList<>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                changes.add(new NotedChange(
                        Area.ofWord(row.getString(1)), Id.of(row.getLong(2)), row.getLong(3), row.getBoolean(4)));
            }
        }
        return changes;
    }

    /**
     * Forgets what has been over since before a moment, some of it, and raises the floors of whom it concerns; in a
     * transaction. Answers how much.
     */
    int forget(Instant before, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT user_id, area, item_id, version FROM contact_change"
                        + " WHERE gone = TRUE AND changed_at < ? ORDER BY changed_at LIMIT ? FOR UPDATE");
                var raise = connection.prepareStatement(
                        "UPDATE contact_state SET floor_version = GREATEST(floor_version, ?) WHERE user_id = ?");
                var delete = connection.prepareStatement(
                        "DELETE FROM contact_change WHERE user_id = ? AND area = ? AND item_id = ?")) {
            select.setObject(1, LocalDateTime.ofInstant(before, ZoneOffset.UTC));
            select.setInt(2, limit);
            int forgotten = 0;
            try (var row = select.executeQuery()) {
                for (; row.next(); forgotten++) {
                    raise.setLong(1, row.getLong(4));
                    raise.setLong(2, row.getLong(1));
                    raise.addBatch();
                    delete.setLong(1, row.getLong(1));
                    delete.setString(2, row.getString(2));
                    delete.setLong(3, row.getLong(3));
                    delete.addBatch();
                }
            }
            raise.executeBatch();
            delete.executeBatch();
            return forgotten;
        }
    }

    private static String repeat(String values, int times) {
        return String.join(", ", Collections.nCopies(times, values));
    }
}
