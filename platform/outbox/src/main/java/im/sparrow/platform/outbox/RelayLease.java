package im.sparrow.platform.outbox;

import im.sparrow.platform.outbox.Plan.Lease;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/** The one row of {@code outbox_lease}: compare and set, by the database's clock. */
final class RelayLease {

    private static final String EXTEND = "UPDATE outbox_lease SET holder = ?, lease_until ="
            + " TIMESTAMPADD(MICROSECOND, ?, UTC_TIMESTAMP(6)) WHERE id = 1 AND ";

    private final DataSource database;
    private final long micros;
    private final String me = UUID.randomUUID().toString();

    RelayLease(DataSource database, Duration length) {
        this.database = database;
        this.micros = length.toNanos() / 1_000;
    }

    /** Renews the lease if it is ours and has not run out, else takes it if it is free. */
    Lease take() throws SQLException {
        try (var connection = database.getConnection()) {
            if (extend(connection, "holder = ? AND lease_until > UTC_TIMESTAMP(6)", me)) {
                return Lease.RENEWED;
            }
            // Ours, but run out, counts as taken anew: somebody may have had it meanwhile.
            return extend(connection, "(holder = ? OR lease_until < UTC_TIMESTAMP(6))", me)
                    ? Lease.TAKEN
                    : Lease.REFUSED;
        }
    }

    /** Notes that rows sent after a moment may be lost, unless an older moment is noted; answers the one that stands. */
    Instant noteAgain(Instant from) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("UPDATE outbox_lease SET again_from = ?"
                        + " WHERE id = 1 AND holder = ? AND (again_from IS NULL OR again_from > ?)");
                var select = connection.prepareStatement("SELECT again_from FROM outbox_lease WHERE id = 1")) {
            update.setObject(1, LocalDateTime.ofInstant(from, ZoneOffset.UTC));
            update.setString(2, me);
            update.setObject(3, LocalDateTime.ofInstant(from, ZoneOffset.UTC));
            update.executeUpdate();
            try (var row = select.executeQuery()) {
                row.next();
                var noted = row.getObject(1, LocalDateTime.class);
                // Nothing noted: the lease went to another while this thread stood still, and its plan is at work.
                return noted == null ? from : noted.toInstant(ZoneOffset.UTC);
            }
        }
    }

    /** Takes the note away. */
    void forgetAgain() throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "UPDATE outbox_lease SET again_from = NULL WHERE id = 1 AND holder = ?")) {
            update.setString(1, me);
            update.executeUpdate();
        }
    }

    /** Gives the lease back, so that a successor need not wait. */
    void release() throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "UPDATE outbox_lease SET lease_until = '2000-01-01' WHERE id = 1 AND holder = ?")) {
            update.setString(1, me);
            update.executeUpdate();
        }
    }

    private boolean extend(Connection connection, String condition, String holder) throws SQLException {
        try (var update = connection.prepareStatement(EXTEND + condition)) {
            update.setString(1, me);
            update.setLong(2, micros);
            update.setString(3, holder);
            return update.executeUpdate() == 1;
        }
    }
}
