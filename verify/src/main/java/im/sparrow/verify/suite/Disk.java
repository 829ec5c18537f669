package im.sparrow.verify.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The disk that the database's data lie on. It is filled only when it is one of their own and small: nobody wants
 * another's disk full.
 */
public final class Disk {

    private static final long LARGEST = 2L << 30;
    private static final int LARGE = 1 << 20;
    private static final int SMALL = 1 << 10;

    private final Path data;
    private final Path filler;

    Disk(Path data) {
        this.data = data;
        this.filler = data.resolve("filler");
    }

    /** Whether it may be filled. */
    public boolean isSmall() {
        try {
            return Files.exists(data) && Files.getFileStore(data).getTotalSpace() <= LARGEST;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves no byte free. */
    public void fill() {
        try (OutputStream out = Files.newOutputStream(filler)) {
            append(out, LARGE);
            append(out, SMALL);
        } catch (IOException e) {
            if (Files.notExists(filler)) {
                throw new UncheckedIOException(e);
            }
            // What could not be written when it was closed does not matter: the disk is full.
        }
    }

    private static void append(OutputStream out, int bytes) {
        var block = new byte[bytes];
        try {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assert full != null : "this is what was wanted";
        }
    }

    /** Gives back what {@link #fill} took. */
    public void empty() {
        try {
            Files.deleteIfExists(filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
