package im.sparrow.verify.checker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects defects. A thing is counted once for each defect, whoever saw it; the first examples are kept. */
final class Findings {

    /** Examples that are kept of each defect. */
    static final int EXAMPLES = 20;

    private final Map<Defect, Set<String>> things = new EnumMap<>(Defect.class);
    private final List<String> examples = new ArrayList<>();

    void add(Defect defect, String thing, String what) {
        Set<String> known = things.computeIfAbsent(defect, any -> new HashSet<>());
        if (known.add(thing) && known.size() <= EXAMPLES) {
            examples.add(defect.word() + ": " + thing + ": " + what);
        }
    }

    Map<Defect, Integer> counts() {
        var counts = new EnumMap<Defect, Integer>(Defect.class);
        for (Defect defect : Defect.values()) {
            counts.put(defect, things.getOrDefault(defect, Set.of()).size());
        }
        return counts;
    }

    List<String> examples() {
        return List.copyOf(examples);
    }
}
