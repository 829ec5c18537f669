package im.sparrow.house.doc;

import im.sparrow.house.Finding;
import im.sparrow.house.Rule;
import im.sparrow.house.doc.Document.Mention;
import im.sparrow.house.source.SourceFile;
import im.sparrow.house.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every path and class that a document names exists. */
public final class LivingDocs implements Rule {

    private static final Pattern CLASS = Pattern.compile("(?:[a-z]\\w*\\.)*((?:[A-Z][a-z0-9]+){2,})");
    private static final Pattern WORD = Pattern.compile("\\w+");

    @Override
    public List<Finding> check(Tree tree) {
        var paths = new Paths(tree);
        Set<String> known = tree.files(file -> file.is(".java", ".ts", ".tsx", ".vue", ".xml", ".properties"))
                .flatMap(file -> WORD.matcher(file.text()).results().map(found -> found.group()))
                .collect(Collectors.toSet());
        var findings = new ArrayList<Finding>();
        for (SourceFile file : tree.files(each -> each.is(".md")).toList()) {
            var document = Document.of(file);
            for (Mention code : document.codes()) {
                judge(file, code, paths, known, findings);
            }
            for (Mention link : document.links()) {
                if (!link.text().contains(":") && !paths.exists(link.text(), file.folder())) {
                    findings.add(
                            new Finding(file.path(), link.line(), "links to " + link.text() + ", which is not there"));
                }
            }
        }
        return findings;
    }

    private static void judge(SourceFile file, Mention code, Paths paths, Set<String> known, List<Finding> findings) {
        var type = CLASS.matcher(code.text());
        if (paths.isMeant(code.text()) && !paths.exists(code.text(), file.folder())) {
            findings.add(
                    new Finding(file.path(), code.line(), "names the path " + code.text() + ", which is not there"));
        } else if (type.matches() && !known.contains(type.group(1))) {
            findings.add(new Finding(file.path(), code.line(), "names " + code.text() + ", which no source knows"));
        }
    }
}
