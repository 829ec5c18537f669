package im.sparrow.bench.suite;

import im.sparrow.bench.machine.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A suite that runs on this machine: where its launcher keeps pid files and secrets, and where it listens.
 *
 * @param home the launcher's folder
 * @param port the base of its block of ports, the gateway's
 */
public record Installation(Path home, int port) {

    private static final int DATABASE = 6;
    private static final int BROKER = 7;
    private static final String PID = ".pid";

    /** The gateway's address for people. */
    public URI gateway() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The broker's address. */
    public String broker() {
        return "127.0.0.1:" + (port + BROKER);
    }

    /** Pids by part, without the launcher, which does nothing; with this process as the generator. */
    public Map<String, Long> processes() {
        var all = new LinkedHashMap<String, Long>(everything());
        all.remove("launcher");
        return all;
    }

    /** Pids by part, the launcher's and this process' too. */
    public Map<String, Long> everything() {
        var parts = new TreeMap<String, Long>();
        try (var files = Files.newDirectoryStream(home.resolve("run"), "*" + PID)) {
            for (Path file : files) {
                parts.put(file.getFileName().toString().replace(PID, ""), pid(file));
            }
        } catch (IOException e) {
            throw new IllegalStateException("No suite is up in " + home + ": ./sparrow up starts one.", e);
        }
        var all = new LinkedHashMap<String, Long>(parts);
        all.put(Window.GENERATOR, ProcessHandle.current().pid());
        return all;
    }

    /** The pids of all instances of a service. */
    public List<Long> instances(String service) {
        return processes().entrySet().stream()
                .filter(part -> part.getKey().matches(service + "(-[0-9]+)?"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static long pid(Path file) throws IOException {
        return Long.parseLong(Files.readString(file).strip().split(" ", 2)[0]);
    }

    /** A connection to the schema of a service, as its own user: {@code message}, {@code auth} or {@code social}. */
    public Connection database(String service) throws SQLException {
        String user = "sparrow_" + service;
        String url = "jdbc:mysql://127.0.0.1:" + (port + DATABASE) + "/" + user
                + "?rewriteBatchedStatements=true&sslMode=DISABLED&allowPublicKeyRetrieval=true&connectionTimeZone=UTC";
        return DriverManager.getConnection(
                url, user, secret("DB_PASSWORD_" + service.toUpperCase(java.util.Locale.ROOT)));
    }

    /** The log's epoch. */
    public String epoch() {
        try (Connection connection = database("message");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT epoch FROM log_epoch")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the log's epoch cannot be read", e);
        }
    }

    private String secret(String name) {
        try {
            return Files.readAllLines(home.resolve("secrets")).stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + name + " in " + home.resolve("secrets")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
