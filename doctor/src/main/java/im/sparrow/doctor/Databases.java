package im.sparrow.doctor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One connection to each database, made when it is first asked. For one thread. */
final class Databases implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Databases.class.getName());
    private static final int CONNECT_SECONDS = 5;

    private final Map<Schema, Installation.Database> places;
    private final Map<Schema, Connection> open = new EnumMap<>(Schema.class);

    Databases(Map<Schema, Installation.Database> places) {
        this.places = places;
    }

    /** Takes one row's columns. */
    @FunctionalInterface
    interface Row {
        void take(java.sql.ResultSet columns) throws SQLException;
    }

    /** The first column of each row. */
    List<String> texts(Schema schema, String sql) throws Unreachable {
        var texts = new ArrayList<String>();
        each(schema, sql, row -> texts.add(String.valueOf(row.getString(1))));
        return texts;
    }

    /** All rows, one after the other, however many. */
    void each(Schema schema, String sql, Row take) throws Unreachable {
        try (var statement = connection(schema).createStatement()) {
            // The driver's word for: hand rows over as they come.
            statement.setFetchSize(Integer.MIN_VALUE);
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    take.take(rows);
                }
            }
        } catch (SQLException e) {
            throw away(schema, e);
        }
    }

    /** Runs changes in one transaction; answers how many rows they touched. */
    int change(Schema schema, List<String> statements) throws Unreachable {
        int changed = 0;
        try {
            Connection connection = connection(schema);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                for (String sql : statements) {
                    changed += statement.executeUpdate(sql);
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return changed;
        } catch (SQLException e) {
            throw away(schema, e);
        }
    }

    private Connection connection(Schema schema) throws SQLException {
        Connection connection = open.get(schema);
        if (connection == null) {
            connection = connect(places.get(schema));
            open.put(schema, connection);
        }
        return connection;
    }

    private static Connection connect(Installation.@Nullable Database place) throws SQLException {
        if (place == null) {
            throw new SQLException("its address is not known");
        }
        DriverManager.setLoginTimeout(CONNECT_SECONDS);
        Connection connection = DriverManager.getConnection(place.url(), place.user(), place.password());
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    private Unreachable away(Schema schema, SQLException e) {
        open.remove(schema);
        return new Unreachable("the database of " + schema.word(), e);
    }

    /** Nothing is open after this. Connections were only read from: one that is broken needs no care. */
    @Override
    public void close() {
        open.values().forEach(connection -> {
            try {
                connection.close();
            } catch (SQLException broken) {
                LOG.log(Level.FINE, "a connection was broken already", broken);
            }
        });
        open.clear();
    }
}
