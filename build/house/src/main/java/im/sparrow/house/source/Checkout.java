package im.sparrow.house.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The checkout on disk: what git tracks and what it would track, so never what a build left behind. */
public final class Checkout {

    private Checkout() {}

    /** The root, as the build names it in the system property {@code sparrow.root}. */
    public static Path root() {
        return Path.of(System.getProperty("sparrow.root", "../.."))
                .toAbsolutePath()
                .normalize();
    }

    /** All its text files. */
    public static Tree read() {
        try {
            var files = new ArrayList<SourceFile>();
            for (String path : listed()) {
                Path file = root().resolve(path);
                if (Files.isRegularFile(file)) {
                    add(files, path, Files.readAllBytes(file));
                }
            }
            return Tree.of(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(List<SourceFile> files, String path, byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            files.add(new SourceFile(path, text.toString()));
        } catch (CharacterCodingException picture) {
            // Pictures and fonts have no words to judge; their paths still exist for the documents.
            files.add(new SourceFile(path, ""));
        }
    }

    private static List<String> listed() throws IOException {
        Process git = new ProcessBuilder("git", "-c", "safe.directory=*", "ls-files", "-z", "-co", "--exclude-standard")
                .directory(root().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (names.isEmpty()) {
            throw new IllegalStateException(
                    "git lists no file in " + root() + ": the rules need a clone, not an archive");
        }
        return List.of(names.split("\0"));
    }
}
