package im.sparrow.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The statements a server runs before it takes its first connection. They repeat at every start and change nothing then. */
final class InitFile {
    private InitFile() {}

    /** One statement a line, as {@code --init-file} wants it. */
    static List<String> statements(List<SchemaUser> users) {
        var lines = new ArrayList<String>();
        // The bootstrap leaves a root without a password that any program of this machine could be over TCP.
        lines.add("DROP USER IF EXISTS 'root'@'127.0.0.1', 'root'@'::1', ''@'localhost', ''@'%';");
        for (var user : users) {
            var account = "'" + user.schema() + "'@'%'";
            lines.add("CREATE DATABASE IF NOT EXISTS `" + user.schema() + "` CHARACTER SET utf8mb4;");
            lines.add("CREATE USER IF NOT EXISTS " + account + " IDENTIFIED BY '" + user.password() + "';");
            lines.add("ALTER USER " + account + " IDENTIFIED BY '" + user.password() + "';");
            // An underscore is a wildcard in GRANT: sparrow_auth would also open sparrowXauth.
            lines.add("GRANT ALL PRIVILEGES ON `" + user.schema().replace("_", "\\_") + "`.* TO " + account + ";");
        }
        return lines;
    }

    /** Writes the file so that only its owner can read the passwords. */
    static void write(Path file, List<SchemaUser> users) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(file, statements(users));
    }
}
