package im.sparrow.contracts.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A page of docs/ that is made from a source file's own doc comments. */
record GeneratedPage(Path source, Path page) {

    private static final Pattern DOCUMENTED = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+(?:public static final \\S+ )?([A-Z][A-Z_0-9]+)", Pattern.DOTALL);

    static GeneratedPage of(String source, String page) {
        var root = Path.of(System.getProperty("sparrow.root", ".."));
        return new GeneratedPage(
                root.resolve("contracts/src/main/java/im/sparrow/contracts").resolve(source),
                root.resolve("docs").resolve(page));
    }

    /** Constant name → its doc comment in one line, in the order of the file. */
    Map<String, String> constants() throws IOException {
        Map<String, String> constants = new LinkedHashMap<>();
        var matcher = DOCUMENTED.matcher(Files.readString(source));
        while (matcher.find()) {
            constants.put(
                    matcher.group(2),
                    matcher.group(1)
                            .replaceAll("\\s+\\*?\\s*", " ")
                            .replaceAll("\\{@code ([^}]*)\\}", "`$1`")
                            .strip());
        }
        return constants;
    }

    void isUpToDateWith(String text) throws IOException {
        if (Boolean.getBoolean("sparrow.write")) {
            Files.writeString(page, text);
        }
        assertThat(page)
                .as("stale; write it anew with -Dsparrow.write=true")
                .content()
                .isEqualTo(text);
    }
}
