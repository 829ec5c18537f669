package im.sparrow.house.doc;

import im.sparrow.house.source.SourceFile;
import im.sparrow.house.source.Tree;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which paths there are. A written path may hold {@code *}, {@code <name>} and {@code {a,b}}. */
final class Paths {

    /** Made when the project runs, so never tracked. */
    private static final List<String> MADE = List.of("target/", ".sparrow/", "node_modules/", "dist/");

    private static final Pattern PATH = Pattern.compile("(\\./|\\.\\./)*[\\w.@-]+(/[\\w.@*<>{},-]+)+/?");
    private static final Pattern NAMED_FILE =
            Pattern.compile(".*\\.(java|md|ts|tsx|vue|sql|ya?ml|xml|json|txt|sh|css)");

    private final List<String> paths;
    private final Set<String> tops;

    Paths(Tree tree) {
        this.paths = tree.files().stream().map(SourceFile::path).toList();
        this.tops = paths.stream().map(path -> path.replaceFirst("/.*", "")).collect(Collectors.toSet());
    }

    /** Whether the text is meant as a path of this project. */
    boolean isMeant(String text) {
        return PATH.matcher(text).matches()
                && MADE.stream().noneMatch(made -> text.startsWith(made) || text.contains("/" + made))
                && (tops.contains(text.replaceFirst("^(\\.\\.?/)+", "").replaceFirst("/.*", ""))
                        || NAMED_FILE.matcher(text).matches());
    }

    /** Whether it is there: from the root, or from the document's folder, or as the end of one path. */
    boolean exists(String text, String folder) {
        String plain = text.replaceFirst("/$", "");
        String here = normal((folder.isEmpty() ? "" : folder + "/") + plain);
        return has(normal(plain)) || has(here) || (NAMED_FILE.matcher(plain).matches() && ends(normal(plain)));
    }

    private boolean has(String path) {
        var pattern = Pattern.compile(regex(path) + "(/.*)?");
        return paths.stream().anyMatch(each -> pattern.matcher(each).matches());
    }

    private boolean ends(String path) {
        var pattern = Pattern.compile(".*/" + regex(path));
        return paths.stream().anyMatch(each -> pattern.matcher(each).matches());
    }

    private static String normal(String path) {
        return java.nio.file.Path.of(path).normalize().toString();
    }

    private static String regex(String path) {
        return path.replaceAll("[.@-]", "\\\\$0")
                .replaceAll("<[^>]+>|\\*+", "[^/]*")
                .replaceAll("\\{([^}]*)\\}", "($1)")
                .replace(",", "|");
    }
}
