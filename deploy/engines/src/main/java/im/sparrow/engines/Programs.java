package im.sparrow.engines;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the database program for this machine. */
public final class Programs {
    private Programs() {}

    /**
     * The MariaDB that comes with the build on Linux x64 (unpacked once per user), elsewhere a {@code mariadbd} or
     * {@code mysqld} of the path. Empty when there is neither: then the person has to name a server by
     * {@code SPARROW_DB_URL}.
     */
    public static Optional<DatabaseProgram> forThisMachine() {
        if (isLinuxX64()) {
            return Optional.of(MariaDb.bundled());
        }
        return Stream.of("mariadbd", "mysqld")
                .flatMap(Programs::onPath)
                .findFirst()
                .map(Programs::installed);
    }

    static boolean isLinuxX64() {
        var arch = System.getProperty("os.arch");
        return System.getProperty("os.name").equals("Linux") && (arch.equals("amd64") || arch.equals("x86_64"));
    }

    private static Stream<Path> onPath(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable);
    }

    private static DatabaseProgram installed(Path binary) {
        try {
            var real = binary.toRealPath();
            var base = real.resolve("../..").normalize();
            var version = Run.output(List.of(real.toString(), "--no-defaults", "--version"));
            return version.contains("MariaDB")
                    ? MariaDb.installed(real, base)
                    : new MySql(real, base, "MySQL of the path");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot ask " + binary + " for its version", e);
        }
    }

    /** Both servers refuse to run as root unless told so. */
    static List<String> asRoot() {
        return System.getProperty("user.name").equals("root") ? List.of("--user=root") : List.of();
    }
}
