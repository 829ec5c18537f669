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
            user.statements().forEach(line -> lines.add(line + ";"));
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
