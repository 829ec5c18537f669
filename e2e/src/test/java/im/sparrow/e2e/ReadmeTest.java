package im.sparrow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.e2e.checkout.Checkout;
import im.sparrow.e2e.checkout.Page;
import im.sparrow.e2e.suite.RunningSuite;
import im.sparrow.e2e.suite.WholeSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the first page tells people to type works as it stands there. */
@ExtendWith(WholeSuite.class)
@Order(1)
class ReadmeTest {

    private static final String MARK = "---- block ";

    @Test
    void two_people_chat_from_a_terminal_as_the_readme_says(RunningSuite suite) throws Exception {
        var blocks = Page.of("README.md").blocks("Chat from a terminal", "sh");
        assertThat(blocks).as("blocks of the page").hasSize(5);

        var output = run(script(blocks));
        assertThat(output.code).as(output.text).isZero();
        var said = said(output.text, blocks.size());

        assertThat(said.get(0)).as("registering says nothing").isBlank();
        assertThat(said.get(1)).as("befriending says nothing").isBlank();
        assertThat(said.get(2)).contains("\"seq\":2").contains("\"createdAt\":");
        assertThat(said.get(3))
                .contains("\"t\":\"welcome\"")
                .contains("\"seq\":3")
                .contains("Hello Ann!");
        var last = said.get(4).lines().toList();
        assertThat(last.getFirst()).as("unread before").isEqualTo("1");
        assertThat(said.get(4)).contains("Hello Ben 👋").contains("Hello Ann!");
        assertThat(last.getLast()).as("unread after").isEqualTo("0");
    }

    @Test
    void a_page_whose_command_fails_is_found(RunningSuite suite) throws Exception {
        var blocks = Page.of("README.md").blocks("Chat from a terminal", "sh");

        var output = run(script(blocks).replace("/auth/register", "/auth/no-such-door"));

        assertThat(output.code).isNotZero();
    }

    private record Output(int code, String text) {}

    // Every block in one shell: a later one uses what an earlier one has set.
    private static String script(List<String> blocks) {
        var script = new StringBuilder("set -euo pipefail\n");
        for (int i = 0; i < blocks.size(); i++) {
            script.append("echo; echo '").append(MARK).append(i).append("'\n");
            script.append(blocks.get(i).replace("127.0.0.1:7800", "127.0.0.1:" + RunningSuite.PORT));
        }
        return script.toString();
    }

    private static Output run(String script) throws IOException, InterruptedException {
        var file = Checkout.target("readme").resolve("chat.sh");
        Files.writeString(file, script);
        var output = Checkout.target("readme").resolve("chat.out");
        var builder = new ProcessBuilder("bash", file.toString())
                .directory(Checkout.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        var java = System.getProperty("java.home") + "/bin";
        builder.environment().merge("PATH", java, (path, added) -> added + ":" + path);
        var process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        return new Output(process.exitValue(), Files.readString(output));
    }

    private static List<String> said(String output, int blocks) {
        var said = new ArrayList<String>();
        for (int i = 0; i < blocks; i++) {
            var from = output.indexOf(MARK + i) + MARK.length() + 1;
            var to = i + 1 < blocks ? output.indexOf(MARK + (i + 1)) : output.length();
            said.add(output.substring(from, to).strip());
        }
        return said;
    }
}
