package im.sparrow.house.word;

import im.sparrow.house.Finding;
import im.sparrow.house.Rule;
import im.sparrow.house.source.JavaFile;
import im.sparrow.house.source.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A test is a sentence of at most 80 characters, in a class whose name the build does not overlook. */
public final class TestNames implements Rule {

    static final int LONGEST = 80;

    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");

    @Override
    public List<Finding> check(Tree tree) {
        var findings = new ArrayList<Finding>();
        for (JavaFile file : tree.java()) {
            var tests = file.methods().stream()
                    .filter(method -> !Collections.disjoint(method.annotations(), TESTS))
                    .toList();
            if (!tests.isEmpty() && !file.source().name().endsWith("Test.java")) {
                findings.add(Finding.in(file.path(), "holds tests, so its name must end in Test or they never run"));
            }
            for (JavaFile.Method test : tests) {
                if (!test.name().matches("[a-z0-9]+(_[a-zA-Z0-9]+)+")
                        || test.name().length() > LONGEST) {
                    findings.add(new Finding(
                            file.path(), test.line(), test.name() + ": say it as_a_sentence in 80 characters"));
                }
            }
        }
        return findings;
    }
}
