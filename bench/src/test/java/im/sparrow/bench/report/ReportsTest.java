package im.sparrow.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.bench.stage.Line;
import im.sparrow.bench.stage.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    @TempDir
    private Path folder = Path.of(".");

    private static Line line(double rate, double p99) {
        return new Line(
                "goal", rate, rate, 10, p99, 0, 0.3, Map.of("broker", 0.1), Map.of("broker / main", 0.1), 0.9, 0.02, 2);
    }

    @Test
    void the_page_has_goals_windows_and_pictures_of_all_stages_that_ran() throws IOException {
        var reports = new Reports(folder.resolve("bench.json"), folder);
        Result pairs = Result.of("pairs");
        pairs.lines().addAll(List.of(line(5_000, 120), line(6_000, 700)));
        pairs.figures().put("pairs.knee", 5_000.0);
        reports.keep(pairs, List.of("database: careful"));
        Result inbox = Result.of("inbox");
        inbox.figures().put("inbox.200.p50", 9.0);
        reports.keep(inbox, List.of("database: careful"));

        String page = Files.readString(folder.resolve("measurements.md"));

        assertThat(page)
                .contains(
                        "| 5,000 messages/s | reached |", "| 9 ms | **missed** |", "database: careful", "broker / main")
                .contains("| goal | 6,000 | 6,000 | 10 | 700 | 0 | 0.30 | broker 0.10 | 90 % | 2 % | 2.0 |");
        assertThat(Files.readString(folder.resolve("pictures/measured-pairs-latency.svg")))
                .startsWith("<svg")
                .endsWith("</svg>\n");
    }
}
