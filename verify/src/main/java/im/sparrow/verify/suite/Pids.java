package im.sparrow.verify.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The launcher's pid files: one line for each part, its pid and when it began, in epoch milliseconds.
 *
 * @param folder where they are
 */
record Pids(Path folder) {

    private static final long TOLERANCE_MS = 2_000;

    /** The living process of a part. */
    Optional<ProcessHandle> of(String part) {
        try {
            String[] words =
                    Files.readString(folder.resolve(part + ".pid")).strip().split("\\s+", 3);
            return words.length > 1
                    ? ProcessHandle.of(Long.parseLong(words[0]))
                            .filter(process -> process.isAlive() && began(process, Long.parseLong(words[1])))
                    : Optional.empty();
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number that another process got later must never be hit. */
    private static boolean began(ProcessHandle process, long millis) {
        return process.info()
                .startInstant()
                .filter(start -> Math.abs(start.toEpochMilli() - millis) <= TOLERANCE_MS)
                .isPresent();
    }
}
