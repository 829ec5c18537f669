package im.sparrow.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import im.sparrow.bench.stage.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * The newest result of each stage, so that a page can be made of runs on different days.
 *
 * @param results by stage
 * @param where what the servers answered in the newest run
 * @param when date of each stage's run
 */
record Kept(TreeMap<String, Result> results, List<String> where, TreeMap<String, String> when) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Kept read(Path file) {
        try {
            return Files.exists(file)
                    ? JSON.readValue(file.toFile(), Kept.class)
                    : new Kept(new TreeMap<>(), List.of(), new TreeMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not what a run wrote: delete it", e);
        }
    }

    void write(Path file) {
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
