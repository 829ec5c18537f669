package im.sparrow.platform.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Holds one row of {@code node_lease}: taken by compare and set with the database's time, renewed on use after a third
 * of its length, given back at the end. While it cannot be renewed it is kept until a safety margin before its end and
 * then no number is given out.
 */
@Singleton
class NodeLease {

    static final int NODES = 1024;
    static final Duration LENGTH = Duration.ofMinutes(5);
    private static final Duration RENEW_AFTER = LENGTH.dividedBy(3);
    private static final Duration SAFE = LENGTH.minusSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 20;

    private static final Logger LOG = Logger.getLogger(NodeLease.class);

    private final DataSource database;
    private final LongSupplier clock;
    private final String owner = UUID.randomUUID().toString();
    private int node = -1;
    private long takenAt;
    private boolean renewing;

    @Inject
    NodeLease(DataSource database) {
        this(database, System::nanoTime);
    }

    /** With a clock of one's own, in nanoseconds. */
    NodeLease(DataSource database, LongSupplier clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The leased number, or nothing when the database has been away for too long. Who asks may hold a connection, so the
     * renewal is done aside: if askers waited for it, and it for a connection of theirs, nobody would go on.
     */
    synchronized OptionalInt node() {
        long age = clock.getAsLong() - takenAt;
        if (node >= 0 && age < SAFE.toNanos()) {
            if (age >= RENEW_AFTER.toNanos() && !renewing) {
                renewing = true;
                Thread.ofVirtual().name("node-lease").start(this::renewAside);
            }
            return OptionalInt.of(node);
        }
        // Suspended: the lease must neither roll back with the caller's transaction nor lock its row until the end of
        // it.
        return QuarkusTransaction.suspendingExisting().call(this::taken);
    }

    private OptionalInt taken() {
        long asked = clock.getAsLong();
        try (Connection connection = database.getConnection()) {
            node = take(connection);
            takenAt = asked;
            return OptionalInt.of(node);
        } catch (SQLException away) {
            LOG.warnf("no node lease: %s", away.getMessage());
            return OptionalInt.empty();
        }
    }

    private void renewAside() {
        long asked = clock.getAsLong();
        try (Connection connection = database.getConnection()) {
            // Not renewed = run out and perhaps another's: from now on as old as can be, so a new one is taken.
            renewalEnded(renew(connection) ? asked : asked - LENGTH.toNanos());
        } catch (SQLException away) {
            LOG.warnf("node lease not renewed: %s", away.getMessage());
            pause();
            renewalFailed();
        }
    }

    private synchronized void renewalEnded(long nowTakenAt) {
        takenAt = nowTakenAt;
        renewing = false;
    }

    private synchronized void renewalFailed() {
        renewing = false;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives the number back at once, so that the next start finds it. */
    synchronized void release() {
        if (node < 0) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE node_lease SET lease_until = '2000-01-01' WHERE node = ? AND owner = ?")) {
            update.setInt(1, node);
            update.setString(2, owner);
            update.executeUpdate();
        } catch (SQLException away) {
            LOG.debugf("node lease not given back, it runs out by itself: %s", away.getMessage());
        }
        node = -1;
    }

    private boolean renew(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE node_lease SET lease_until = TIMESTAMPADD(SECOND, ?, UTC_TIMESTAMP(6))"
                        + " WHERE node = ? AND owner = ? AND lease_until > UTC_TIMESTAMP(6)")) {
            update.setLong(1, LENGTH.toSeconds());
            update.setInt(2, node);
            update.setString(3, owner);
            return update.executeUpdate() == 1;
        }
    }

    private int take(Connection connection) throws SQLException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int candidate = candidate(connection);
            if (seize(connection, candidate) || create(connection, candidate)) {
                LOG.infof("makes ids as node %d", candidate);
                return candidate;
            }
        }
        throw new SQLException("no free node number of " + NODES);
    }

    private int candidate(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT MIN(CASE WHEN lease_until < UTC_TIMESTAMP(6) THEN node END), MAX(node) FROM node_lease");
                ResultSet row = select.executeQuery()) {
            row.next();
            int expired = row.getInt(1);
            if (!row.wasNull()) {
                return expired;
            }
            int largest = row.getInt(2);
            return row.wasNull() ? 0 : (largest + 1) % NODES;
        }
    }

    private boolean seize(Connection connection, int candidate) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE node_lease SET owner = ?, lease_until = TIMESTAMPADD(SECOND, ?, UTC_TIMESTAMP(6))"
                        + " WHERE node = ? AND lease_until < UTC_TIMESTAMP(6)")) {
            update.setString(1, owner);
            update.setLong(2, LENGTH.toSeconds());
            update.setInt(3, candidate);
            return update.executeUpdate() == 1;
        }
    }

    private boolean create(Connection connection, int candidate) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO node_lease (node, owner, lease_until)"
                + " VALUES (?, ?, TIMESTAMPADD(SECOND, ?, UTC_TIMESTAMP(6)))")) {
            insert.setInt(1, candidate);
            insert.setString(2, owner);
            insert.setLong(3, LENGTH.toSeconds());
            return insert.executeUpdate() == 1;
        } catch (SQLIntegrityConstraintViolationException takenMeanwhile) {
            return false;
        }
    }
}
