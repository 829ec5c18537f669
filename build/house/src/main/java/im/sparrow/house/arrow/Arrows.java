package im.sparrow.house.arrow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All the arrows.
 *
 * @param all one for each module
 * @param tests what the tests of any module may use besides
 */
public record Arrows(List<Arrow> all, Set<String> tests) {

    /** Where they stand. */
    public static final String FILE = "build/house/arrows.txt";

    private static final String TESTS = "tests";

    /** Reads {@code module package -> module module} lines; {@code #} begins a remark. */
    public static Arrows read(String text) {
        var lines = text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("->", -1))
                .toList();
        var all = lines.stream()
                .filter(line -> !line[0].strip().equals(TESTS))
                .map(line -> arrow(line[0].strip().split("\\s+"), line[1]))
                .toList();
        var tests = lines.stream()
                .filter(line -> line[0].strip().equals(TESTS))
                .flatMap(line -> names(line[1]))
                .collect(Collectors.toSet());
        return new Arrows(all, tests);
    }

    private static Arrow arrow(String[] left, String right) {
        return new Arrow(left[0], left[1], names(right).collect(Collectors.toSet()));
    }

    private static Stream<String> names(String text) {
        return Arrays.stream(text.strip().split("\\s+")).filter(name -> !name.isEmpty());
    }

    /** The module that owns a package; empty for what is not ours. */
    public Optional<Arrow> owner(String packageName) {
        return all.stream().filter(arrow -> arrow.owns(packageName)).findFirst();
    }

    /** Whether code (or test code) of one module may use another's package. */
    public boolean allows(Arrow from, boolean test, String packageName) {
        return owner(packageName)
                .map(to ->
                        to.equals(from) || from.uses().contains(to.module()) || (test && tests.contains(to.module())))
                .orElse(true);
    }
}
