package im.sparrow.bench.report;

import im.sparrow.bench.stage.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what stages found and writes the page of all that is kept. */
public final class Reports {

    private final Path file;
    private final @Nullable Path docs;

    /**
     * Prepares.
     *
     * @param file where results are kept from run to run
     * @param docs the folder of {@code measurements.md}; none is written when it is null
     */
    public Reports(Path file, @Nullable Path docs) {
        this.file = file;
        this.docs = docs;
    }

    /** Keeps a result in the place of the stage's older one and writes the page anew. */
    public void keep(Result result, List<String> where) {
        Kept before = Kept.read(file);
        before.results().put(result.stage(), result);
        before.when().put(result.stage(), LocalDate.now().toString());
        var now = new Kept(before.results(), where, before.when());
        now.write(file);
        if (docs != null) {
            write(now, docs);
        }
    }

    /** Goal and reached, a line each, of all that is kept. */
    public List<String> goals() {
        return Page.goals(Kept.read(file));
    }

    private static void write(Kept kept, Path docs) {
        try {
            Path pictures = docs.resolve("pictures");
            Files.createDirectories(pictures);
            for (Picture picture : Picture.of(kept)) {
                Files.writeString(pictures.resolve(picture.name()), picture.svg());
            }
            Files.writeString(docs.resolve("measurements.md"), Page.of(kept));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
