package im.sparrow.house.word;

import static im.sparrow.house.Kept.byTheProject;
import static im.sparrow.house.Kept.findings;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.house.source.Tree;
import org.junit.jupiter.api.Test;

class PackageInfosTest {

    private static final String INFO = "m/src/main/java/x/package-info.java";

    @Test
    void every_package_of_the_project_introduces_itself() {
        byTheProject(new PackageInfos());
    }

    @Test
    void a_package_without_introduction_is_found() {
        assertThat(findings(new PackageInfos(), Tree.of("m/src/main/java/x/A.java", "class A {}")))
                .containsExactly("m/src/main/java/x: has no package-info");
    }

    @Test
    void an_introduction_of_one_sentence_that_denies_nothing_is_found() {
        assertThat(findings(new PackageInfos(), Tree.of(INFO, "/** Holds {@link x.A}. */\npackage x;")))
                .containsExactly(
                        INFO + ": lacks @NullMarked",
                        INFO + ": says less than two sentences",
                        INFO + ": does not say what the package never does");
    }

    @Test
    void a_whole_introduction_passes() {
        var whole = Tree.of(INFO, "/** Newcomers think so. <p>It never does. */\n@NullMarked\npackage x;");

        assertThat(findings(new PackageInfos(), whole)).isEmpty();
    }
}
