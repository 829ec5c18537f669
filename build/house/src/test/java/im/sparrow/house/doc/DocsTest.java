package im.sparrow.house.doc;

import static im.sparrow.house.Kept.byTheProject;
import static im.sparrow.house.Kept.findings;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.house.Rule;
import im.sparrow.house.source.Tree;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocsTest {

    static Stream<Rule> rules() {
        return Stream.of(new LivingDocs(), new KnownCommands());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_documents_tell_the_truth(Rule rule) {
        byTheProject(rule);
    }

    @Test
    void a_path_and_a_class_that_are_not_there_are_found() {
        assertThat(findings(new LivingDocs(), tree("Open `verify/src/Gone.java`, `verify/none/`, then `GoneAway`.")))
                .containsExactly(
                        "docs/a.md:1: names the path verify/src/Gone.java, which is not there",
                        "docs/a.md:1: names the path verify/none/, which is not there",
                        "docs/a.md:1: names GoneAway, which no source knows");
    }

    @Test
    void a_link_into_nothing_is_found() {
        assertThat(findings(new LivingDocs(), tree("[b](b.md#top) [c](c.md) [d](https://example.org/x)")))
                .containsExactly("docs/a.md:1: links to c.md, which is not there");
    }

    @Test
    void what_is_there_what_runs_make_and_what_is_no_path_pass() {
        assertThat(findings(
                        new LivingDocs(),
                        tree("`verify/`, `ThereIs`, `verify/*/ThereIs.java`, `ThereIs.java`, `verify/{src,docs}/`,"
                                + " `target/a.txt`, `application/json`, `/api/v1`, `im.sparrow.ThereIs`")))
                .isEmpty();
    }

    @Test
    void a_command_that_the_launcher_does_not_know_is_found() {
        assertThat(findings(new KnownCommands(), tree("`./sparrow up` and `./sparrow fly`")))
                .containsExactly("docs/a.md:1: ./sparrow fly is no command");
    }

    private static Tree tree(String document) {
        return Tree.of(Map.of(
                "docs/a.md", document,
                "docs/b.md", "",
                "sparrow", "#!/bin/sh",
                "verify/src/ThereIs.java", "class ThereIs {}",
                "deploy/local/src/main/java/Up.java", "@Command(name = \"up\") class Up {}"));
    }
}
