package im.sparrow.bench.stage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stage found.
 *
 * @param stage its name
 * @param about what was offered, in words
 * @param lines its windows, in the order in which they were measured
 * @param figures medians by the name of their goal
 */
public record Result(String stage, List<String> about, List<Line> lines, Map<String, Double> figures) {

    /** Nothing yet. */
    public static Result of(String stage) {
        return new Result(stage, new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
    }

    /** The middle one of an odd number, the lower middle of an even one. */
    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((sorted.size() - 1) / 2);
    }
}
