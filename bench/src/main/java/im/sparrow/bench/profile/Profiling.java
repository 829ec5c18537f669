package im.sparrow.bench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records several services while something runs. */
public final class Profiling {

    private Profiling() {}

    /** What is recorded. */
    public interface Work {
        /** Does it. */
        void run() throws InterruptedException;
    }

    /**
     * Runs the work under the recorders of these processes and writes what they saw.
     *
     * @param pids by the name that is reported
     * @param folder for recordings and for {@code <title>.md}
     */
    public static Path during(Map<String, Long> pids, Path folder, String title, Work work)
            throws InterruptedException {
        try {
            Files.createDirectories(folder);
            var recordings = new LinkedHashMap<String, Recording>();
            pids.forEach((name, pid) -> recordings.put(
                    name, Recording.start(pid, folder.toAbsolutePath().resolve(title + "-" + name + ".jfr"))));
            work.run();
            List<String> lines = new ArrayList<>();
            recordings.forEach((name, recording) ->
                    lines.addAll(Profile.read(recording.stop()).lines(title + ": " + name)));
            return Files.write(folder.resolve(title + ".md"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
