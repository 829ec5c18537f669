package im.sparrow.house.doc;

import im.sparrow.house.source.SourceFile;
import im.sparrow.house.source.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of all settings, made from the {@code @ConfigMapping} interfaces: key, default, bounds, and what its own doc
 * comment says. Pure: the same sources always give the same page.
 */
public final class SettingsPage {

    /** Where the page stands. */
    public static final String PATH = "docs/settings.md";

    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"");
    private static final Pattern SETTING = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+((?:@\\w+(?:\\([^)]*\\))?\\s+)*)(?!default |interface )([\\w<>?, .]+?) (\\w+)\\(\\);",
            Pattern.DOTALL);
    private static final Pattern DEFAULT = Pattern.compile("@WithDefault\\(\"([^\"]*)\"\\)");
    private static final Pattern NAME = Pattern.compile("@WithName\\(\"([^\"]*)\"\\)");
    private static final Pattern LEAST = Pattern.compile("@Min\\(([^)]*)\\)");
    private static final Pattern MOST = Pattern.compile("@Max\\(([^)]*)\\)");

    private SettingsPage() {}

    /** The page's text. */
    public static String of(Tree tree) {
        Map<String, List<String>> rows = new TreeMap<>();
        tree.files(file -> file.is("Config.java") && !file.isTest())
                .sorted(Comparator.comparing(SourceFile::path))
                .forEach(file -> rows.computeIfAbsent(module(file), _ -> new ArrayList<>())
                        .addAll(rows(file)));
        var page = new StringBuilder("""
                # Settings

                Made from the `@ConfigMapping` interfaces of the services; edit those. Each key can be given as an environment
                variable too: upper case, every other character an underscore (`SPARROW_OUTBOX_TICK`). What an installation must
                set, secrets above all, is in [operate.md](operate.md).
                """);
        rows.forEach((module, settings) -> page.append("\n## ")
                .append(module)
                .append("\n\n| key | default | meaning |\n|---|---|---|\n")
                .append(String.join("", settings)));
        return page.toString();
    }

    private static String module(SourceFile file) {
        return file.path().substring(0, file.path().indexOf("/src/"));
    }

    private static List<String> rows(SourceFile file) {
        Matcher mapping = MAPPING.matcher(file.text());
        List<String> rows = new ArrayList<>();
        if (mapping.find()) {
            Matcher setting = SETTING.matcher(file.text());
            while (setting.find()) {
                String annotations = setting.group(2);
                String name = first(NAME, annotations, kebab(setting.group(4)));
                rows.add("| `" + mapping.group(1) + "." + name + "` | " + code(first(DEFAULT, annotations, "")) + " | "
                        + sentence(setting.group(1)) + bounds(annotations) + " |\n");
            }
        }
        return rows;
    }

    private static String bounds(String annotations) {
        String least = first(LEAST, annotations, "");
        String most = first(MOST, annotations, "");
        if (least.isEmpty() && most.isEmpty()) {
            return "";
        }
        return " (" + (least.isEmpty() ? "" : "at least " + least) + (least.isEmpty() || most.isEmpty() ? "" : ", ")
                + (most.isEmpty() ? "" : "at most " + most) + ")";
    }

    private static String sentence(String comment) {
        return comment.replaceAll("\\s+\\*?\\s*", " ")
                .replaceAll("\\{@(?:code|link) #?([^}]*)\\}", "`$1`")
                .replace("|", "\\|")
                .strip();
    }

    private static String code(String value) {
        return value.isEmpty() ? "" : "`" + value + "`";
    }

    private static String first(Pattern pattern, String text, String otherwise) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : otherwise;
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
