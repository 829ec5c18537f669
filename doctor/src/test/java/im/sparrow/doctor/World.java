package im.sparrow.doctor;

import im.sparrow.testing.TestBroker;
import im.sparrow.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A small installation in real databases, made of the services' own migrations: three people, two conversations. */
final class World {

    private World() {}

    static Installation installation() {
        Map<Schema, Installation.Database> databases = new EnumMap<>(Schema.class);
        for (Schema schema : Schema.values()) {
            var place = place(schema);
            databases.put(schema, new Installation.Database(place.url(), place.user(), TestDatabase.PASSWORD));
        }
        return new Installation(databases, TestBroker.bootstrapServers(), List.of(), Optional.of(Path.of(".")));
    }

    /** Empties every schema, makes its tables anew and fills them; nothing is wrong then. */
    static void make() throws SQLException, IOException {
        for (Schema schema : Schema.values()) {
            try (Connection connection = place(schema).connect()) {
                drop(connection);
                for (Path migration : migrations(schema)) {
                    run(connection, Files.readString(migration));
                }
                run(connection, resource("/world/" + schema.word() + ".sql"));
            }
        }
    }

    static void run(Schema schema, String sql) throws SQLException {
        try (Connection connection = place(schema).connect()) {
            run(connection, sql);
        }
    }

    private static TestDatabase place(Schema schema) {
        return new TestDatabase("sparrow_" + schema.word());
    }

    private static void drop(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW TABLES")) {
            while (rows.next()) {
                tables.add("DROP TABLE " + rows.getString(1));
            }
        }
        run(connection, String.join(";", tables));
    }

    private static List<Path> migrations(Schema schema) throws IOException {
        var folder = Path.of("..", schema.word() + "-service", "src/main/resources/db/migration");
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static void run(Connection connection, String script) throws SQLException {
        var code = new StringBuilder();
        script.lines()
                .filter(line -> !line.strip().startsWith("--"))
                .forEach(line -> code.append(line).append('\n'));
        try (var statement = connection.createStatement()) {
            for (String sql : code.toString().split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static String resource(String name) throws IOException {
        try (var stream = Objects.requireNonNull(World.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
