package im.sparrow.house.size;

import im.sparrow.house.Finding;
import im.sparrow.house.Rule;
import im.sparrow.house.source.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Only growth fails. What is over its limit must stand in {@code sizes.txt} with exactly its number, so that growth is
 * a line in somebody's diff, and a thing that shrank takes its entry along.
 */
public final class SizeRatchet implements Rule {

    /** Where the exceptions stand. */
    public static final String FILE = "build/house/sizes.txt";

    @Override
    public List<Finding> check(Tree tree) {
        var allowed = tree.files(file -> file.path().equals(FILE))
                .findAny()
                .map(file -> Baseline.read(file.text()))
                .orElse(Map.of());
        var findings = new ArrayList<Finding>();
        var unused = new HashSet<>(allowed.keySet());
        for (Measure measure : Measures.of(tree)) {
            if (measure.over()) {
                unused.remove(measure.name());
                judge(measure, allowed.getOrDefault(measure.name(), measure.limit()), findings);
            }
        }
        unused.stream()
                .sorted()
                .forEach(name -> findings.add(Finding.in(FILE, name + " is within its limit: take the line away")));
        return findings;
    }

    private static void judge(Measure measure, long allowed, List<Finding> findings) {
        if (measure.lines() > allowed) {
            findings.add(Finding.in(measure.name(), measure.lines() + " lines, " + allowed + " allowed: split it"));
        } else if (measure.lines() < allowed) {
            findings.add(Finding.in(FILE, measure.name() + " shrank: write " + measure.lines()));
        }
    }
}
