package im.sparrow.message.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;

/** Runs one statement at a time. Every statement names itself in a comment, so that logs and tests know it. */
public final class Jdbc {

    /** Rows of one statement at most. */
    public static final int ROWS = 1_000;

    private Jdbc() {}

    /** Says the parameters of a statement, in their order. */
    @FunctionalInterface
    public interface Binding {
        /** Adds all parameters. */
        void bind(Parameters parameters) throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Mapping<T> {
        /** Reads the columns in their order. */
        T map(Columns columns) throws SQLException;
    }

    /** Says the parameters of one key or row. */
    @FunctionalInterface
    public interface RowBinding<K> {
        /** Adds the parameters of one. */
        void bind(Parameters parameters, K key) throws SQLException;
    }

    /** The rows found by many keys; none when there is no key. One statement per {@link #ROWS} keys. */
    public static <K, T> List<T> lookUp(
            Connection connection,
            Collection<K> keys,
            IntFunction<String> sql,
            RowBinding<K> binding,
            Mapping<T> mapping)
            throws SQLException {
        List<T> found = new ArrayList<>();
        for (List<K> some : parts(keys)) {
            found.addAll(list(connection, sql.apply(some.size()), all(some, binding), mapping));
        }
        return found;
    }

    /** Writes many rows; nothing when there is no row. One statement per {@link #ROWS} rows. */
    public static <K> void write(
            Connection connection, Collection<K> rows, IntFunction<String> sql, RowBinding<K> binding)
            throws SQLException {
        for (List<K> some : parts(rows)) {
            update(connection, sql.apply(some.size()), all(some, binding));
        }
    }

    private static <K> List<List<K>> parts(Collection<K> all) {
        List<K> list = List.copyOf(all);
        List<List<K>> parts = new ArrayList<>();
        for (int from = 0; from < list.size(); from += ROWS) {
            parts.add(list.subList(from, Math.min(list.size(), from + ROWS)));
        }
        return parts;
    }

    private static <K> Binding all(Collection<K> keys, RowBinding<K> binding) {
        return parameters -> {
            for (K key : keys) {
                binding.bind(parameters, key);
            }
        };
    }

    /** The rows of a query. */
    public static <T> List<T> list(Connection connection, String sql, Binding binding, Mapping<T> mapping)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(new Parameters(statement));
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(mapping.map(new Columns(result)));
                }
                return rows;
            }
        }
    }

    /** Runs a change and answers how many rows it touched. */
    public static int update(Connection connection, String sql, Binding binding) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(new Parameters(statement));
            return statement.executeUpdate();
        }
    }

    /**
     * A derived table of so many rows, {@code (SELECT ? c, ? u UNION ALL SELECT ?, ? …)}, to be joined with
     * {@code STRAIGHT_JOIN}: each row is then one look-up by key, whatever the statistics say.
     *
     * @param count rows, 1 or more
     * @param columns their names
     */
    public static String rows(int count, String... columns) {
        var sql = new StringBuilder("(SELECT ");
        for (int i = 0; i < columns.length; i++) {
            sql.append(i == 0 ? "? " : ", ? ").append(columns[i]);
        }
        String more = " UNION ALL SELECT ?" + ", ?".repeat(columns.length - 1);
        return sql.append(more.repeat(count - 1)).append(')').toString();
    }

    /** So many value lists for a multi-row insert, {@code (?, ?), (?, ?)}. */
    public static String values(int count, int columns) {
        String one = "(?" + ", ?".repeat(columns - 1) + ")";
        return one + (", " + one).repeat(count - 1);
    }

    /** So many places, {@code ?, ?, ?}. */
    public static String places(int count) {
        return "?" + ", ?".repeat(count - 1);
    }
}
