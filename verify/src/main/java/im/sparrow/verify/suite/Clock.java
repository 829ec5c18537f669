package im.sparrow.verify.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * The wall clock of a suite that was started under libfaketime with this file: all parts see it, nobody else. The clock
 * of the machine is never set, since it is everybody's.
 */
public final class Clock {

    private final Path file;

    Clock(Path file) {
        this.file = file;
    }

    /** Whether the suite has a clock of its own. */
    public boolean isOwn() {
        return Files.exists(file);
    }

    /** Sets it so much before or behind the machine's. */
    public void set(Duration offset) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, String.format("%+d%n", offset.toSeconds()));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
