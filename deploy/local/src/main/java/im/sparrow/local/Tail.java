package im.sparrow.local;

import im.sparrow.local.suite.Home;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log. */
final class Tail {
    private static final int LAST_BYTES = 256 * 1024;
    private static final int LINES_OF_A_FAILURE = 40;

    private Tail() {}

    /** The last lines, at most so many, of the last 256 KB. */
    static List<String> of(Path log, int lines) throws IOException {
        if (Files.notExists(log)) {
            return List.of();
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var size = file.length();
            file.seek(Math.max(0, size - LAST_BYTES));
            var bytes = new byte[(int) Math.min(size, LAST_BYTES)];
            file.readFully(bytes);
            var all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        }
    }

    /** Prints what the parts that were given up said last. */
    static void ofFailed(Home home, List<String> parts) throws IOException {
        for (var part : parts) {
            var log = home.log(part);
            System.out.println("\nThe end of " + log + ":");
            of(log, LINES_OF_A_FAILURE).forEach(line -> System.out.println("  " + line));
        }
    }
}
