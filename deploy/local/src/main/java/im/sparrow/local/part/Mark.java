package im.sparrow.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a pid file says: which process, and since when it lives, so that another process that got the same number later
 * is never taken for it. The file is one line: pid, start in epoch milliseconds, signature.
 *
 * @param pid the process
 * @param start when it began
 * @param signature what it was started with; another signature means that it has to be replaced
 */
public record Mark(long pid, Instant start, String signature) {
    // The system tells the start in hundredths of a second, counted from a boot time that it rounds.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** The mark of a process that lives now. */
    public static Mark of(ProcessHandle process, String signature) {
        return new Mark(process.pid(), process.info().startInstant().orElse(Instant.EPOCH), signature);
    }

    /** What the file says; empty when there is none or it is half-written. */
    public static Optional<Mark> read(Path file) throws IOException {
        try {
            var words = Files.readString(file).strip().split(" ", 3);
            return words.length < 3
                    ? Optional.empty()
                    : Optional.of(new Mark(
                            Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1])), words[2]));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Writes the file whole or not at all. */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, pid + " " + start.toEpochMilli() + " " + signature + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The process, if it still lives and is the one that was meant. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(Processes::isAlive)
                .filter(process -> isClose(process.info().startInstant().orElse(Instant.EPOCH)));
    }

    private boolean isClose(Instant other) {
        return Duration.between(start, other).abs().compareTo(TOLERANCE) <= 0;
    }
}
