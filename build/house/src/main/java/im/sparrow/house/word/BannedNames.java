package im.sparrow.house.word;

import im.sparrow.house.Finding;
import im.sparrow.house.Rule;
import im.sparrow.house.source.JavaFile;
import im.sparrow.house.source.SourceFile;
import im.sparrow.house.source.Tree;
import java.util.ArrayList;
import java.util.List;

/** No drawer has a name: a type or folder is called by what it is. */
public final class BannedNames implements Rule {

    static final List<String> BANNED =
            List.of("util", "helper", "manager", "impl", "dto", "common", "internal", "controller");

    @Override
    public List<Finding> check(Tree tree) {
        var findings = new ArrayList<Finding>();
        for (SourceFile file : tree.files(BannedNames::isSource).toList()) {
            judge(file.path(), file.path(), 0, findings);
        }
        for (JavaFile file : tree.java()) {
            for (JavaFile.Name name : file.names()) {
                if (name.kind() == JavaFile.Kind.TYPE && !file.source().name().equals(name.name() + ".java")) {
                    judge(name.name(), file.path(), name.line(), findings);
                }
            }
        }
        return findings;
    }

    private static boolean isSource(SourceFile file) {
        return file.is(".java", ".ts", ".tsx", ".vue", ".sql");
    }

    private static void judge(String name, String path, long line, List<Finding> findings) {
        BANNED.stream()
                .filter(banned -> Words.holds(name, banned))
                .forEach(banned -> findings.add(new Finding(
                        path, line, "\"" + banned + "\" in a name says nothing: call it by what it does or holds")));
    }
}
