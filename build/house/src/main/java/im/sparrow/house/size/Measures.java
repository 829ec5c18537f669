package im.sparrow.house.size;

import im.sparrow.house.source.JavaFile;
import im.sparrow.house.source.SourceFile;
import im.sparrow.house.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Counts lines. A file's are all of them; a method's go from its first annotation to its closing brace. */
final class Measures {

    static final int FILE_MEDIAN = 60;
    static final int FILE_P95 = 220;
    static final int FILE_MAX = 400;
    static final int METHOD_P95 = 20;
    static final int METHOD_MAX = 60;
    static final int WEB_MEDIAN = 60;
    static final int WEB_P95 = 200;
    static final int WEB_MAX = 400;

    private Measures() {}

    static List<Measure> of(Tree tree) {
        var measures = new ArrayList<Measure>();
        java(tree, measures);
        methods(tree, measures);
        web(tree, measures);
        return measures;
    }

    private static void java(Tree tree, List<Measure> measures) {
        tree.files(file -> file.is(".java"))
                .forEach(file -> measures.add(new Measure(file.path(), lines(file), FILE_MAX)));
        List<Long> sorted =
                sorted(tree.files(file -> file.is(".java") && !file.isTest()).map(Measures::lines));
        measures.add(new Measure("java.median", at(sorted, 50), FILE_MEDIAN));
        measures.add(new Measure("java.p95", at(sorted, 95), FILE_P95));
    }

    private static void methods(Tree tree, List<Measure> measures) {
        var all = new ArrayList<Long>();
        for (JavaFile file : tree.java()) {
            for (JavaFile.Method method : file.methods()) {
                measures.add(new Measure(file.path() + "#" + method.name(), method.lines(), METHOD_MAX));
                all.add((long) method.lines());
            }
        }
        measures.add(new Measure("method.p95", at(sorted(all.stream()), 95), METHOD_P95));
    }

    private static void web(Tree tree, List<Measure> measures) {
        List<SourceFile> web = tree.files(Measures::isWebSource).toList();
        web.forEach(file -> measures.add(new Measure(file.path(), lines(file), WEB_MAX)));
        List<Long> sorted = sorted(web.stream().filter(file -> !file.isTest()).map(Measures::lines));
        measures.add(new Measure("web.median", at(sorted, 50), WEB_MEDIAN));
        measures.add(new Measure("web.p95", at(sorted, 95), WEB_P95));
    }

    private static boolean isWebSource(SourceFile file) {
        return file.is(".vue", ".ts", ".tsx") && !file.path().contains("/generated/") && !file.is(".d.ts");
    }

    private static long lines(SourceFile file) {
        return file.text().lines().count();
    }

    private static List<Long> sorted(Stream<Long> lines) {
        return lines.sorted().toList();
    }

    /** The nearest-rank percentile; 0 of nothing. */
    static long at(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
    }
}
