package im.sparrow.platform.outbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts rows into waves: a wave holds at most one row of each topic and key, its smallest version that is left, and is
 * published only when the whole wave before it was acknowledged. So a record that fails cannot be overtaken by the next
 * version of its key, whatever the producer does with the rest.
 */
final class Waves {

    private static final Comparator<Row> BY_VERSION =
            Comparator.comparingLong(Row::version).thenComparingLong(Row::id);

    private Waves() {}

    /** The waves of these rows, in the order in which they go out. */
    static List<List<Row>> of(List<Row> rows) {
        List<List<Row>> waves = new ArrayList<>();
        Map<Line, Integer> next = new HashMap<>();
        rows.stream().sorted(BY_VERSION).forEach(row -> {
            int wave = next.merge(new Line(row.topic(), row.key()), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(row);
        });
        return waves;
    }

    private record Line(String topic, String key) {}
}
