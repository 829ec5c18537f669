package im.sparrow.local.suite;

import im.sparrow.engines.DatabaseServer;
import im.sparrow.engines.SchemaUser;
import im.sparrow.local.layout.PortBlock;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Where the database listens: our own, or a server that the person runs and names by {@code SPARROW_DB_SERVER}
 * ({@code host:port}), {@code SPARROW_DB_ADMIN_USER} and {@code SPARROW_DB_ADMIN_PASSWORD}.
 *
 * @param host name or address
 * @param port TCP
 * @param admin the server's administrator; empty for our own server
 */
record DatabasePlace(String host, int port, Optional<Administrator> admin) {
    /** Who may make schemas and users. */
    record Administrator(String user, String password) {
        /** Never shows the password. */
        @Override
        public String toString() {
            return "Administrator[" + user + "]";
        }
    }

    static DatabasePlace own(PortBlock ports) {
        return new DatabasePlace("127.0.0.1", ports.database(), Optional.empty());
    }

    static DatabasePlace fromEnvironment(PortBlock ports) {
        return word("SPARROW_DB_SERVER").map(DatabasePlace::external).orElseGet(() -> own(ports));
    }

    private static DatabasePlace external(String server) {
        var colon = server.lastIndexOf(':');
        var host = colon < 0 ? server : server.substring(0, colon);
        var port = colon < 0 ? 3306 : Integer.parseInt(server.substring(colon + 1));
        var user = word("SPARROW_DB_ADMIN_USER").orElse("root");
        var password = word("SPARROW_DB_ADMIN_PASSWORD").orElse("");
        return new DatabasePlace(host, port, Optional.of(new Administrator(user, password)));
    }

    private static Optional<String> word(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(word -> !word.isBlank());
    }

    /** Makes schemas and users on a server that is not ours; our own has made them before it greets. */
    void makeSchemas(List<SchemaUser> users) throws SQLException {
        if (admin.isEmpty()) {
            return;
        }
        var who = admin.get();
        var url = DatabaseServer.jdbcUrl(host, port, "");
        try (var connection = DriverManager.getConnection(url, who.user(), who.password());
                var statement = connection.createStatement()) {
            for (var user : users) {
                for (var line : user.statements()) {
                    statement.execute(line);
                }
            }
        }
    }
}
