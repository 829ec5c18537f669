package im.sparrow.house.shape;

import im.sparrow.house.Finding;
import im.sparrow.house.Rule;
import im.sparrow.house.source.SourceFile;
import im.sparrow.house.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No test is skipped, alone, or asleep. */
public final class NothingSkipped implements Rule {

    private static final Map<Pattern, String> JAVA = new LinkedHashMap<>();
    private static final Map<Pattern, String> WEB = new LinkedHashMap<>();

    static {
        JAVA.put(Pattern.compile("(?m)^\\s*@Disabled|@Ignore\\b"), "a test is right or gone, never skipped");
        JAVA.put(Pattern.compile("\\bThread\\.sleep\\("), "wait for what must come (Awaitility), don't sleep");
        WEB.put(
                Pattern.compile("\\b(it|test|describe)\\.(skip|only|todo)\\b"),
                "a test is right or gone, never skipped");
    }

    @Override
    public List<Finding> check(Tree tree) {
        var findings = new ArrayList<Finding>();
        for (SourceFile file : tree.files(SourceFile::isTest).toList()) {
            (file.is(".java") ? JAVA : WEB).forEach((shape, what) -> look(file, shape, what, findings));
        }
        return findings;
    }

    private static void look(SourceFile file, Pattern shape, String what, List<Finding> findings) {
        if (file.path().startsWith("build/house/")) {
            return;
        }
        for (Matcher found = shape.matcher(file.text()); found.find(); ) {
            long line = file.text().substring(0, found.end()).lines().count();
            findings.add(new Finding(file.path(), line, what));
        }
    }
}
