package im.sparrow.local;

import im.sparrow.local.suite.Home;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Says when a disk on which data lie is nearly full, and when there is room again. */
final class DiskWatch {
    private static final int EVERY_MILLIS = 5_000;
    private static final long MB = 1024 * 1024;
    private static final long FEW_MB = 300;
    private static final int SMALL_PART = 20;

    private final List<Path> folders;
    private final Consumer<String> say;
    private final Set<Path> low = new HashSet<>();

    DiskWatch(Home home, Consumer<String> say) {
        folders = List.of(home.data(), home.databaseData());
        this.say = say;
    }

    /** Looks for ever, on a thread of its own. */
    void start() {
        Thread.ofVirtual().name("disk-watch").start(() -> {
            try {
                while (true) {
                    Thread.sleep(EVERY_MILLIS);
                    folders.forEach(this::look);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void look(Path folder) {
        var warning = warning(folder);
        if (warning.isPresent() && low.add(folder)) {
            say.accept(warning.get());
        } else if (warning.isEmpty() && low.remove(folder)) {
            say.accept("Disk: there is room again at " + folder + ".");
        }
    }

    /** What there is to say of the disks now. */
    static List<String> warnings(Home home) {
        return List.of(home.data(), home.databaseData()).stream()
                .flatMap(folder -> warning(folder).stream())
                .toList();
    }

    private static Optional<String> warning(Path folder) {
        try {
            if (Files.notExists(folder)) {
                return Optional.empty();
            }
            FileStore store = Files.getFileStore(folder);
            return warning(folder, store.getUsableSpace() / MB, store.getTotalSpace() / MB);
        } catch (IOException e) {
            return Optional.empty(); // gone meanwhile
        }
    }

    /** A disk counts as nearly full below 300 MB, a small one below a twentieth. */
    static Optional<String> warning(Path folder, long free, long total) {
        return free >= Math.min(FEW_MB, total / SMALL_PART)
                ? Optional.empty()
                : Optional.of("Disk: only " + free + " MB are free at " + folder
                        + ". When it is full nothing more is acknowledged, and nothing acknowledged is lost."
                        + " Make room; what waits then goes on by itself.");
    }
}
