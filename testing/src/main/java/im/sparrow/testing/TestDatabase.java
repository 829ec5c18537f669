package im.sparrow.testing;

import im.sparrow.engines.DatabaseServer;
import im.sparrow.engines.DatabaseSettings;
import im.sparrow.engines.Folders;
import im.sparrow.engines.MariaDb;
import im.sparrow.engines.MySql;
import im.sparrow.engines.Ports;
import im.sparrow.engines.SchemaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The database of this test JVM: MariaDB, or with {@code -Dsparrow.test.db=mysql} the real MySQL 8.0. Its schemas are
 * empty at first; each has a user of the same name.
 *
 * @param schema one of {@link #SCHEMAS}
 */
public record TestDatabase(String schema) {
    /** The schemas that exist: those of the services, and one for tests of shared code. */
    public static final List<String> SCHEMAS =
            List.of("sparrow_auth", "sparrow_social", "sparrow_message", "sparrow_admin", "sparrow_test");

    /** The password of each user. */
    public static final String PASSWORD = "test";

    /** Refuses a schema that does not exist. */
    public TestDatabase {
        if (!SCHEMAS.contains(schema)) {
            throw new IllegalArgumentException(schema + " is none of " + SCHEMAS);
        }
    }

    /** URL for Connector/J. Starts the server when nobody has. */
    public String url() {
        return DatabaseServer.jdbcUrl(Integer.parseInt(Shared.once(Port.class)), schema);
    }

    /** The schema's user. */
    public String user() {
        return schema;
    }

    /** A new connection with auto-commit on; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), PASSWORD);
    }

    /** Starts the server; its text is the port. */
    static final class Port implements Supplier<String> {
        @Override
        public String get() {
            try {
                var folder = Files.createTempDirectory("sparrow-db");
                var users = SCHEMAS.stream().map(schema -> new SchemaUser(schema, PASSWORD));
                var server = start(folder, users);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder), "end-test-database"));
                return Integer.toString(server.port());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static DatabaseServer start(Path folder, Stream<SchemaUser> users) throws IOException {
            var kind = System.getProperty("sparrow.test.db", "mariadb");
            var program = switch (kind) {
                case "mariadb" -> MariaDb.bundled();
                case "mysql" -> MySql.bundled();
                default -> throw new IllegalArgumentException("sparrow.test.db is mariadb or mysql, not " + kind);
            };
            var settings =
                    new DatabaseSettings(folder.resolve("data"), folder.resolve("run"), Ports.free(), users.toList());
            return DatabaseServer.start(program, settings);
        }

        private static void end(DatabaseServer server, Path folder) {
            try {
                server.kill(); // the data go with it: no need to stop in order
                Folders.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
