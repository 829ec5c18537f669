package im.sparrow.e2e;

import im.sparrow.e2e.suite.TheSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The README's commands, as they stand in their fences, in one script. */
final class Readme {

    private static final Pattern FENCE = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final String CHAPTER = "## Chat from a terminal";

    private Readme() {}

    /** The chapter that shows what a client does; each fence begins with a line that says so. */
    static String script(int port) throws IOException {
        String readme = Files.readString(TheSuite.root().resolve("README.md"));
        String chapter = readme.substring(readme.indexOf(CHAPTER) + CHAPTER.length());
        String next = "\n## ";
        String commands = FENCE.matcher(chapter.substring(0, chapter.indexOf(next)))
                .results()
                .map(fence -> "echo '@@'\n" + fence.group(1))
                .collect(Collectors.joining());
        return "set -euo pipefail\n" + commands.replace("127.0.0.1:7800", "127.0.0.1:" + port);
    }
}
