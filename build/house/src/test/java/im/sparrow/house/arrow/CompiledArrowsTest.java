package im.sparrow.house.arrow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import im.sparrow.house.source.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompiledArrowsTest {

    private static final Path ROOT = Checkout.root();
    private static final String OURS = "im.sparrow.house";
    private static final Arrows ARROWS = read();

    static Stream<Arrow> modules() {
        return ARROWS.all().stream().filter(arrow -> Files.isDirectory(sources(arrow, "main")));
    }

    static Stream<Arrow> testedModules() {
        return ARROWS.all().stream().filter(arrow -> Files.isDirectory(sources(arrow, "test")));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_module_uses_only_what_its_arrows_allow(Arrow module) {
        classes().should(CompiledArrows.keepTo(ARROWS, module, false)).check(compiled(module, "classes"));
    }

    @ParameterizedTest
    @MethodSource("testedModules")
    void a_modules_tests_use_only_what_its_arrows_and_the_test_kit_allow(Arrow module) {
        classes().should(CompiledArrows.keepTo(ARROWS, module, true)).check(compiled(module, "test-classes"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void the_packages_of_a_module_have_no_cycle(Arrow module) {
        slices().assignedFrom(CompiledArrows.packages())
                .should()
                .beFreeOfCycles()
                .check(compiled(module, "classes"));
    }

    @Test
    void the_contracts_know_no_framework() {
        classes()
                .should()
                .onlyDependOnClassesThat(CompiledArrows.in(
                        "java..", "im.sparrow.contracts..", "com.fasterxml.jackson.annotation..", "org.jspecify.."))
                .check(CompiledArrows.of(ROOT.resolve("contracts/target/classes")));
    }

    @Test
    void the_gateway_knows_no_database() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        CompiledArrows.in("java.sql..", "javax.sql..", "jakarta.persistence..", "org.hibernate.."))
                .check(CompiledArrows.of(ROOT.resolve("chat-gateway/target/classes")));
    }

    @Test
    void a_planted_arrow_is_found() {
        var lonely = new Arrow("word", OURS + ".word", Set.of());
        var strangers = new Arrow("source", OURS + ".source", Set.of());
        var planted = new Arrows(List.of(lonely, strangers), Set.of());

        assertThatThrownBy(() -> classes()
                        .should(CompiledArrows.keepTo(planted, lonely, false))
                        .check(CompiledArrows.of(ROOT.resolve("build/house/target/classes"))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("im.sparrow.house.source.Tree");
    }

    @Test
    void a_planted_cycle_is_found() {
        var both = CompiledArrows.of(ROOT.resolve("build/house/target/test-classes"));

        assertThat(slices().assignedFrom(CompiledArrows.packages())
                        .should()
                        .beFreeOfCycles()
                        .evaluate(both)
                        .getFailureReport()
                        .getDetails())
                .anyMatch(cycle -> cycle.contains("planted.east") && cycle.contains("planted.west"));
    }

    @Test
    void a_module_that_was_not_compiled_is_a_failure() {
        assertThatThrownBy(() -> CompiledArrows.of(ROOT.resolve("none/target/classes")))
                .hasMessageContaining("compile the modules first");
    }

    private static Path sources(Arrow arrow, String kind) {
        return ROOT.resolve(arrow.module()).resolve("src/" + kind + "/java");
    }

    private static JavaClasses compiled(Arrow module, String kind) {
        return CompiledArrows.of(ROOT.resolve(module.module()).resolve("target").resolve(kind));
    }

    private static Arrows read() {
        try {
            return Arrows.read(Files.readString(ROOT.resolve(Arrows.FILE)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
