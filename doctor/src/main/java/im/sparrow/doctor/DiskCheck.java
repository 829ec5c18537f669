package im.sparrow.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the disk of the data has room. */
final class DiskCheck implements Check {

    private static final long MEBI = 1024 * 1024;

    private final Path folder;
    private final long least;

    /** With so many bytes free at least. */
    DiskCheck(Path folder, long least) {
        this.folder = folder;
        this.least = least;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public String holds() {
        return "the disk of " + folder + " has room";
    }

    @Override
    public List<Finding> look() throws Unreachable {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            return free >= least
                    ? List.of()
                    : List.of(new Finding(
                            name(),
                            "%d MiB free, %d MiB are wanted".formatted(free / MEBI, least / MEBI),
                            "make room: when it is full, sends wait until there is some"));
        } catch (IOException e) {
            throw new Unreachable("the disk", e);
        }
    }
}
