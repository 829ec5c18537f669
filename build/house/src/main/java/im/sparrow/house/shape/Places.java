package im.sparrow.house.shape;

import im.sparrow.house.Finding;
import im.sparrow.house.Rule;
import im.sparrow.house.source.SourceFile;
import im.sparrow.house.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No file names the host of a package registry, or a folder that exists on one machine only. */
public final class Places implements Rule {

    // Put together at run time, or this file would be its own first finding.
    private static final List<String> REGISTRIES = List.of(
            host("repo", "maven", "apache"),
            host("repo1", "maven"),
            host("registry", "npmjs"),
            host("registry", "yarnpkg"),
            host("files", "pythonhosted"),
            host("pypi"),
            host("proxy", "golang"),
            host("crates"),
            host("deb", "debian"),
            host("archive", "ubuntu"),
            host("plugins", "gradle"),
            host("oss", "sonatype"),
            host("registry", "npmmirror"),
            host("maven", "aliyun"));

    private static final Pattern REGISTRY = Pattern.compile("\\b(" + String.join("|", REGISTRIES) + ")\\b");
    private static final Pattern MACHINE = Pattern.compile("(?<![\\w.:/-])/(root|work|home|Users)/[\\w.]");

    private static String host(String... parts) {
        return String.join("\\.", parts) + "\\.(org|com|io|net)";
    }

    @Override
    public List<Finding> check(Tree tree) {
        var findings = new ArrayList<Finding>();
        for (SourceFile file : tree.files()) {
            look(file, REGISTRY, "names a package registry: that is each machine's own setting", findings);
            look(file, MACHINE, "names a folder of one machine", findings);
        }
        return findings;
    }

    private static void look(SourceFile file, Pattern place, String what, List<Finding> findings) {
        for (Matcher found = place.matcher(file.text()); found.find(); ) {
            long line = file.text().substring(0, found.start() + 1).lines().count();
            findings.add(new Finding(file.path(), line, what));
        }
    }
}
