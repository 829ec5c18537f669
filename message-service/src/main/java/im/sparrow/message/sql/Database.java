package im.sparrow.message.sql;

import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The service's database, for reads and for changes that are one statement: each statement is its own transaction. */
@Singleton
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class);

    private final DataSource source;

    /** Over the pool. */
    public Database(DataSource source) {
        this.source = source;
    }

    /** Something that needs a connection. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T with(Connection connection) throws SQLException;
    }

    /**
     * Does something with a connection of the pool.
     *
     * @throws Refused {@code unavailable} when the database is away
     */
    public <T> T with(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            if (away(e)) {
                LOG.warnf("the database is away: %s", e.getMessage());
                throw new Refused(Problem.UNAVAILABLE, "The database is away; try again in a moment.");
            }
            throw new IllegalStateException(e);
        }
    }

    /** Whether an error says that the database cannot be reached, and nothing about what was asked of it. */
    public static boolean away(SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || e instanceof SQLTransientException
                || state == null
                || state.startsWith("08");
    }
}
