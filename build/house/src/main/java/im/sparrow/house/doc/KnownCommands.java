package im.sparrow.house.doc;

import im.sparrow.house.Finding;
import im.sparrow.house.Rule;
import im.sparrow.house.source.SourceFile;
import im.sparrow.house.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every {@code ./sparrow word} that a document names is a command of the launcher or a case of the script. */
public final class KnownCommands implements Rule {

    private static final Pattern COMMAND = Pattern.compile("\\./sparrow +([a-z][a-z-]*)");

    @Override
    public List<Finding> check(Tree tree) {
        String known = tree.files(file -> file.path().equals("sparrow")
                        || (file.path().startsWith("deploy/local/src/main/") && file.is(".java")))
                .map(SourceFile::text)
                .collect(Collectors.joining("\n"));
        var findings = new ArrayList<Finding>();
        for (SourceFile file : tree.files(each -> each.is(".md")).toList()) {
            for (Matcher named = COMMAND.matcher(file.text()); named.find(); ) {
                String word = named.group(1);
                if (!known.contains('"' + word + '"')
                        && !Pattern.compile("\\b" + word + "\\b[^\n]*\\)")
                                .matcher(known)
                                .find()) {
                    long line = file.text().substring(0, named.end()).lines().count();
                    findings.add(new Finding(file.path(), line, named.group() + " is no command"));
                }
            }
        }
        return findings;
    }
}
