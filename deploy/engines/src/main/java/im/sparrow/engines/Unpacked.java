package im.sparrow.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A program unpacked once per user. Two builds may come here at the same time: one unpacks under the file lock, the
 * other waits; what a kill left half-done has no {@code .done} mark and is unpacked anew.
 */
final class Unpacked {
    /** Fills an empty folder. */
    interface Filler {
        void fill(Path folder) throws IOException;
    }

    private Unpacked() {}

    static Path once(String name, Filler filler) {
        var folder = Folders.cache().resolve(name);
        var done = folder.resolve(".done");
        if (Files.exists(done)) {
            return folder;
        }
        try {
            Files.createDirectories(folder.getParent());
            fill(folder, done, filler);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + name + " into " + folder, e);
        }
    }

    // A file lock is the process's: threads of one process have to be kept apart as well.
    private static synchronized void fill(Path folder, Path done, Filler filler) throws IOException {
        var lock = folder.resolveSibling(folder.getFileName() + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (held.isValid() && Files.notExists(done)) {
                Folders.delete(folder);
                Files.createDirectories(folder);
                filler.fill(folder);
                Files.createFile(done);
            }
        }
    }
}
