package im.sparrow.house.arrow;

import static im.sparrow.house.Kept.byTheProject;
import static im.sparrow.house.Kept.findings;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.house.source.Tree;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrowsTest {

    private static final String FILE = """
            # WARNING
            contracts     im.a.contracts ->
            verify        im.a.verify    -> contracts
            tests                        -> kit
            kit           im.a.kit       -> contracts # the test kit
            """;

    @Test
    void every_module_of_the_project_has_its_line() {
        byTheProject(new ModuleLines());
    }

    @Test
    void a_module_without_a_line_and_a_strange_package_are_found() {
        var planted = Tree.of(Map.of(
                Arrows.FILE,
                FILE,
                "verify/src/main/java/im/a/verify/V.java",
                "package im.a.verify; class V {}",
                "verify/src/main/java/im/a/kit/K.java",
                "package im.a.kit; class K {}",
                "drawer/src/main/java/im/a/drawer/D.java",
                "package im.a.drawer; class D {}"));

        assertThat(findings(new ModuleLines(), planted))
                .containsExactlyInAnyOrder(
                        "verify/src/main/java/im/a/kit/K.java: im.a.kit is not this module's package in arrows.txt",
                        "drawer/src/main/java/im/a/drawer/D.java: im.a.drawer is not this module's package in arrows.txt");
    }

    @Test
    void the_file_says_who_may_use_whom() {
        var arrows = Arrows.read(FILE);
        var verify = arrows.owner("im.a.verify.checker").orElseThrow();

        assertThat(verify).isEqualTo(new Arrow("verify", "im.a.verify", Set.of("contracts")));
        assertThat(arrows.allows(verify, false, "im.a.contracts.message")).isTrue();
        assertThat(arrows.allows(verify, false, "im.a.verify.history")).isTrue();
        assertThat(arrows.allows(verify, false, "java.util")).isTrue();
        assertThat(arrows.allows(verify, false, "im.a.kit")).isFalse();
        assertThat(arrows.allows(verify, true, "im.a.kit")).isTrue();
    }
}
