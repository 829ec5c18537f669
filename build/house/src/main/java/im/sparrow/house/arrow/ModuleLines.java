package im.sparrow.house.arrow;

import im.sparrow.house.Finding;
import im.sparrow.house.Rule;
import im.sparrow.house.source.SourceFile;
import im.sparrow.house.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every module with Java has its line in {@code arrows.txt}, and keeps to its own package. */
public final class ModuleLines implements Rule {

    private static final Pattern SOURCE = Pattern.compile("(.+?)/src/(?:main|test)/java/(.+)/[^/]+\\.java");

    @Override
    public List<Finding> check(Tree tree) {
        var arrows = tree.files(file -> file.path().equals(Arrows.FILE))
                .findAny()
                .map(file -> Arrows.read(file.text()))
                .orElseThrow(() -> new IllegalStateException(Arrows.FILE + " is missing"));
        var findings = new ArrayList<Finding>();
        for (SourceFile file : tree.files()) {
            Matcher source = SOURCE.matcher(file.path());
            if (source.matches()) {
                String packageName = source.group(2).replace('/', '.');
                boolean owned = arrows.all().stream()
                        .anyMatch(arrow -> arrow.module().equals(source.group(1)) && arrow.owns(packageName));
                if (!owned) {
                    findings.add(Finding.in(file.path(), packageName + " is not this module's package in arrows.txt"));
                }
            }
        }
        return findings;
    }
}
