package im.sparrow.house.word;

import im.sparrow.house.Finding;
import im.sparrow.house.Rule;
import im.sparrow.house.source.JavaFile;
import im.sparrow.house.source.SourceFile;
import im.sparrow.house.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One word for one thing: no type, field, record component or column bears a synonym that docs/words.md bans. */
public final class OneWord implements Rule {

    /** Where the words stand. */
    public static final String FILE = "docs/words.md";

    private static final Pattern COLUMN = Pattern.compile("(?m)^\\s{2,}([a-z][a-z0-9_]*)\\s+[A-Za-z]");

    @Override
    public List<Finding> check(Tree tree) {
        var table = tree.files(file -> file.path().equals(FILE)).findAny();
        if (table.isEmpty()) {
            return List.of(Finding.in(FILE, "is missing: the words have no table"));
        }
        Map<String, String> banned = Glossary.banned(table.get().text());
        var findings = new ArrayList<Finding>();
        for (JavaFile file : tree.java()) {
            for (JavaFile.Name name : file.names()) {
                judge(name.name(), file.path(), name.line(), banned, findings);
            }
        }
        tree.files(file -> file.path().contains("/db/") && file.is(".sql"))
                .forEach(file -> columns(file, banned, findings));
        return findings;
    }

    private static void columns(SourceFile file, Map<String, String> banned, List<Finding> findings) {
        for (Matcher column = COLUMN.matcher(file.text()); column.find(); ) {
            long line = file.text().substring(0, column.start(1)).lines().count();
            judge(column.group(1), file.path(), line, banned, findings);
        }
    }

    private static void judge(String name, String path, long line, Map<String, String> banned, List<Finding> findings) {
        banned.forEach((synonym, word) -> {
            if (Words.holds(name, synonym)) {
                findings.add(new Finding(path, line, name + ": say \"" + word + "\", not \"" + synonym + "\""));
            }
        });
    }
}
