package im.sparrow.message.writer;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The writer's one connection. It is kept from batch to batch, in transaction mode, since taking it and switching its
 * mode twice would be a third of a small batch's round trips; it goes back to the pool when there is nothing to do, or
 * when a statement has failed. One thread only.
 */
final class LogConnection {

    private static final Logger LOG = Logger.getLogger(LogConnection.class);

    private final DataSource pool;
    private @Nullable Connection kept;

    LogConnection(DataSource pool) {
        this.pool = pool;
    }

    /** The connection; its next statement begins a transaction. */
    Connection open() throws SQLException {
        Connection connection = kept;
        if (connection == null) {
            connection = pool.getConnection();
            kept = connection;
            connection.setAutoCommit(false);
        }
        return connection;
    }

    /** Undoes what is not committed, and gives the connection back: after an error nothing is known of it. */
    void rollBack(Throwable why) {
        Connection connection = kept;
        if (connection != null) {
            try {
                connection.rollback();
            } catch (SQLException e) {
                // The server rolls back by itself what loses its connection.
                why.addSuppressed(e);
            }
            release();
        }
    }

    /** Gives the connection back; not in a transaction. */
    void release() {
        Connection connection = kept;
        kept = null;
        if (connection != null) {
            try (connection) {
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                LOG.debugf("a broken connection is given back: %s", e.getMessage());
            }
        }
    }
}
