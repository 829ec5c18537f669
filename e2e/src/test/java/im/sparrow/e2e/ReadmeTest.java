package im.sparrow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.e2e.suite.TheSuite;
import im.sparrow.e2e.suite.WholeSuite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeSuite.class)
class ReadmeTest {

    private static final long PATIENCE_S = 120;

    @Test
    void two_people_chat_with_the_readmes_own_commands(TheSuite suite) throws Exception {
        String output = bash(Readme.script(suite.port()));

        List<String> fences = List.of(output.split("@@\n", -1));
        assertThat(fences).hasSize(6);
        assertThat(fences.get(3)).contains("\"seq\":2");
        assertThat(fences.get(4)).contains("\"t\":\"message\"", "Hello Ann!");
        List<String> last = fences.get(5).lines().toList();
        assertThat(last.getFirst()).isEqualTo("1");
        assertThat(last.get(1)).contains("Hello Ben", "Hello Ann!");
        assertThat(last.getLast()).isEqualTo("0");
    }

    @Test
    void a_readme_whose_command_fails_is_found(TheSuite suite) throws Exception {
        String broken = Readme.script(suite.port()).replace("/auth/register", "/auth/no-such-door");

        assertThat(exitCode(broken)).isNotZero();
    }

    private static String bash(String script) throws IOException, InterruptedException {
        Path output = TheSuite.target().resolve("readme-output.txt");
        Files.createDirectories(output.getParent());
        int code = run(script, output);
        String text = Files.readString(output);
        assertThat(code).as(text).isZero();
        return text;
    }

    private static int exitCode(String script) throws IOException, InterruptedException {
        return run(script, Files.createTempFile("readme", ".txt"));
    }

    private static int run(String script, Path output) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash")
                .directory(TheSuite.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // The java of this build first, as ./sparrow would have it.
        builder.environment().merge("PATH", System.getProperty("java.home") + "/bin", (path, bin) -> bin + ":" + path);
        Process bash = builder.start();
        bash.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
        bash.getOutputStream().close();
        assertThat(bash.waitFor(PATIENCE_S, TimeUnit.SECONDS))
                .as("ends in time")
                .isTrue();
        return bash.exitValue();
    }
}
