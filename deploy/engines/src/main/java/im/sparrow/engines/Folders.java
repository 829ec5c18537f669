package im.sparrow.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** Folders of this user. */
public final class Folders {
    private Folders() {}

    /** Where unpacked programs stay, one copy per user: {@code SPARROW_CACHE}, else {@code ~/.cache/sparrow}. */
    public static Path cache() {
        return Optional.ofNullable(System.getenv("SPARROW_CACHE"))
                .map(Path::of)
                .or(() -> Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).map(xdg -> Path.of(xdg, "sparrow")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "sparrow"));
    }

    /** Deletes a folder and all in it; a folder that is not there is no error. Links are deleted, not followed. */
    public static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
