package im.sparrow.house.word;

import im.sparrow.house.Finding;
import im.sparrow.house.Rule;
import im.sparrow.house.source.SourceFile;
import im.sparrow.house.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every package introduces itself: two sentences or more, one of which says what it never does, and {@code @NullMarked}. */
public final class PackageInfos implements Rule {

    private static final Pattern DOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](\\s|$)");
    private static final Pattern REFUSAL =
            Pattern.compile("\\b(never|no|not|nothing|nobody|none|neither)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Finding> check(Tree tree) {
        var packages = tree.files(file -> file.is(".java") && file.path().contains("/java/"))
                .collect(Collectors.groupingBy(
                        file -> file.folder().replaceFirst("^.*/java/", "") + "|" + module(file),
                        TreeMap::new,
                        Collectors.toList()));
        var findings = new ArrayList<Finding>();
        for (List<SourceFile> files : packages.values()) {
            var info = files.stream()
                    .filter(file -> file.name().equals("package-info.java"))
                    .findFirst();
            if (info.isEmpty()) {
                findings.add(Finding.in(files.getFirst().folder(), "has no package-info"));
            } else {
                wrong(info.get().text())
                        .forEach(what -> findings.add(Finding.in(info.get().path(), what)));
            }
        }
        return findings;
    }

    private static String module(SourceFile file) {
        return file.path().replaceFirst("/src/.*$", "");
    }

    private static List<String> wrong(String text) {
        var wrong = new ArrayList<String>();
        Matcher doc = DOC.matcher(text);
        String said = doc.find()
                ? doc.group(1).replaceAll("\\{@\\w+|[*}]|<[^>]+>", " ").strip()
                : "";
        if (!text.contains("@NullMarked")) {
            wrong.add("lacks @NullMarked");
        }
        if (SENTENCE_END.matcher(said).results().count() < 2) {
            wrong.add("says less than two sentences");
        }
        if (!REFUSAL.matcher(said).find()) {
            wrong.add("does not say what the package never does");
        }
        return wrong;
    }
}
