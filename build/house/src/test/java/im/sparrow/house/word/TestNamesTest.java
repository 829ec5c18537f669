package im.sparrow.house.word;

import static im.sparrow.house.Kept.byTheProject;
import static im.sparrow.house.Kept.findings;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.house.source.Tree;
import org.junit.jupiter.api.Test;

class TestNamesTest {

    @Test
    void the_projects_tests_are_sentences() {
        byTheProject(new TestNames());
    }

    @Test
    void a_test_that_is_no_sentence_is_found() {
        var planted =
                Tree.of("m/src/test/java/ATest.java", "class ATest { @Test void testIt() {} @Test void it_is() {} }");

        assertThat(findings(new TestNames(), planted))
                .containsExactly("m/src/test/java/ATest.java:1: testIt: say it as_a_sentence in 80 characters");
    }

    @Test
    void a_sentence_that_is_too_long_is_found() {
        String endless = "a_" + "b".repeat(79);

        assertThat(findings(
                        new TestNames(), Tree.of("m/ATest.java", "class ATest { @Test void " + endless + "() {} }")))
                .hasSize(1);
    }

    @Test
    void a_test_class_that_the_build_overlooks_is_found() {
        assertThat(findings(new TestNames(), Tree.of("m/Checks.java", "class Checks { @Test void it_is() {} }")))
                .containsExactly("m/Checks.java: holds tests, so its name must end in Test or they never run");
    }
}
