package im.sparrow.local.jvm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * A built service.
 *
 * @param folder holds {@code quarkus-run.jar} and {@code lib}
 */
public record AppFolder(Path folder) {
    /** Changes whenever a file of it does. */
    public String fingerprint() throws IOException {
        var words = new ArrayList<>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                words.add(folder.relativize(file));
                words.add(Files.size(file));
                words.add(Files.getLastModifiedTime(file).toMillis());
            }
        }
        return Hash.of(words.toArray());
    }

    /** Changes whenever a jar of this JVM's own class path does. */
    public static String ofOwnClassPath() throws IOException {
        var words = new ArrayList<>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var jar = Path.of(entry);
            words.add(entry);
            words.add(Files.isRegularFile(jar) ? Files.size(jar) + "@" + Files.getLastModifiedTime(jar) : "");
        }
        return Hash.of(words.toArray());
    }

    /** What is run. */
    public Path jar() {
        return folder.resolve("quarkus-run.jar");
    }
}
