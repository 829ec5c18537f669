package im.sparrow.house.source;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The text files of a checkout, or of one made up for a control. */
public final class Tree {

    private final List<SourceFile> files;
    private final List<JavaFile> java;

    private Tree(List<SourceFile> files) {
        this.files = files;
        this.java =
                JavaFile.parse(files.stream().filter(file -> file.is(".java")).toList());
    }

    /** A tree of these files. */
    public static Tree of(List<SourceFile> files) {
        return new Tree(List.copyOf(files));
    }

    /** A made-up tree: path to text. */
    public static Tree of(Map<String, String> files) {
        return of(files.entrySet().stream()
                .map(file -> new SourceFile(file.getKey(), file.getValue()))
                .toList());
    }

    /** A made-up tree of one file. */
    public static Tree of(String path, String text) {
        return of(Map.of(path, text));
    }

    /** Every file. */
    public List<SourceFile> files() {
        return files;
    }

    /** The files that are meant. */
    public Stream<SourceFile> files(Predicate<SourceFile> meant) {
        return files.stream().filter(meant);
    }

    /** Every Java file, parsed. */
    public List<JavaFile> java() {
        return java;
    }
}
