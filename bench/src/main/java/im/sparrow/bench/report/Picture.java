package im.sparrow.bench.report;

import im.sparrow.bench.stage.Line;
import im.sparrow.bench.stage.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A plot.
 *
 * @param name of its file
 * @param svg its text; colours that are read on light and dark
 */
record Picture(String name, String svg) {

    private static final List<String> PLOTTED = List.of("pairs", "group");

    static List<Picture> of(Kept kept) {
        var pictures = new ArrayList<Picture>();
        for (Result result : kept.results().values()) {
            List<String> names = names(result);
            if (!names.isEmpty()) {
                List<Line> lines = windows(result);
                pictures.add(new Picture(names.getFirst(), new LatencyPlot(result.stage(), lines).svg()));
                pictures.add(new Picture(names.getLast(), new CostPlot(result.stage(), lines).svg()));
            }
        }
        return pictures;
    }

    static List<String> names(Result result) {
        return PLOTTED.contains(result.stage()) && windows(result).size() > 1
                ? List.of("measured-" + result.stage() + "-latency.svg", "measured-" + result.stage() + "-cost.svg")
                : List.of();
    }

    private static List<Line> windows(Result result) {
        return result.lines().stream()
                .filter(line -> !line.label().equals("recorded"))
                .sorted(Comparator.comparingDouble(Line::offered))
                .toList();
    }
}
