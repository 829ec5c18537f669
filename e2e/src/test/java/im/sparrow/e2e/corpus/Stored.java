package im.sparrow.e2e.corpus;

import im.sparrow.e2e.suite.RunningSuite;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many rows every table has, and how far the log's numbers have come. */
public record Stored(Map<String, Long> counts) {

    private static final List<String> SCHEMAS = List.of("sparrow_auth", "sparrow_social", "sparrow_message");

    /** As it is now. */
    public static Stored now(RunningSuite suite) throws SQLException {
        var counts = new TreeMap<String, Long>();
        for (var schema : SCHEMAS) {
            try (var database = suite.database(schema)) {
                for (var table : tables(database, schema)) {
                    counts.put(schema + "." + table, number(database, "SELECT COUNT(*) FROM `" + table + "`"));
                }
                if (schema.equals("sparrow_message")) {
                    counts.put("the log's seqs", number(database, "SELECT SUM(last_seq) FROM conversation"));
                    counts.put("the log's changes", number(database, "SELECT SUM(last_change_seq) FROM conversation"));
                }
            }
        }
        return new Stored(counts);
    }

    /** What was added since then; what stayed is left out. */
    public Map<String, Long> since(Stored before) {
        var added = new TreeMap<String, Long>();
        counts.forEach((table, count) -> {
            long more = count - before.counts.getOrDefault(table, 0L);
            if (more != 0) {
                added.put(table, more);
            }
        });
        return added;
    }

    private static List<String> tables(Connection database, String schema) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement =
                database.prepareStatement("SELECT table_name FROM information_schema.tables WHERE table_schema = ?")) {
            statement.setString(1, schema);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }

    private static long number(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
