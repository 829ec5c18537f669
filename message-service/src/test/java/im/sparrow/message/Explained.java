package im.sparrow.message;

import im.sparrow.message.sql.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a statement would read, and what it did read. */
public final class Explained {

    private Explained() {}

    /** One table of a plan. */
    public record Step(String table, String type, String key, long rows) {}

    /** The plan of a statement with its parameters. */
    public static List<Step> plan(Connection connection, String sql, long... parameters) throws SQLException {
        try (var statement = connection.prepareStatement("EXPLAIN " + sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                var steps = new ArrayList<Step>();
                while (row.next()) {
                    steps.add(new Step(
                            String.valueOf(row.getString("table")),
                            String.valueOf(row.getString("type")),
                            String.valueOf(row.getString("key")),
                            row.getLong("rows")));
                }
                return steps;
            }
        }
    }

    /** Rows that the server has read for this connection so far, by key, in order or by position. */
    public static long rowsRead(Connection connection) throws SQLException {
        return Jdbc.list(
                        connection,
                        "SHOW SESSION STATUS WHERE Variable_name IN"
                                + " ('Handler_read_key', 'Handler_read_next', 'Handler_read_prev')",
                        p -> {},
                        c -> {
                            c.text();
                            return Long.parseLong(c.text());
                        })
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
