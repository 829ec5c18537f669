package im.sparrow.house.source;

import java.util.List;

/**
 * One text file of the checkout.
 *
 * @param path from the root of the checkout, with slashes
 * @param text all of it
 */
public record SourceFile(String path, String text) {

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The folder, without a slash at its end; empty for the root. */
    public String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** Whether the name ends so. */
    public boolean is(String... endings) {
        return List.of(endings).stream().anyMatch(path::endsWith);
    }

    /** Whether it is a test: in a Java test folder, or a test of the web. */
    public boolean isTest() {
        return path.contains("/src/test/") || path.matches(".*\\.(test|spec)\\.tsx?");
    }

    /** Its lines, as an editor counts them. */
    public List<String> lines() {
        return text.lines().toList();
    }
}
