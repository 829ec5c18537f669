package im.sparrow.house.size;

import static im.sparrow.house.Kept.byTheProject;
import static im.sparrow.house.Kept.findings;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.house.source.Tree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SizeRatchetTest {

    private static final String LONG_METHOD = "class A {\n  void a() {\n" + "    a();\n".repeat(70) + "  }\n}\n";
    private static final String SMALL = "class S {\n" + "  int a() {\n  return 1;\n  }\n".repeat(12) + "}\n";

    @Test
    void the_project_stays_within_its_sizes() {
        byTheProject(new SizeRatchet());
    }

    @Test
    void a_file_over_its_limit_is_found() {
        var planted = tree("m/src/test/java/LongTest.java", "// x\n".repeat(401), "");

        assertThat(findings(new SizeRatchet(), planted))
                .containsExactly("m/src/test/java/LongTest.java: 401 lines, 400 allowed: split it");
    }

    @Test
    void a_method_over_its_limit_is_found() {
        assertThat(findings(new SizeRatchet(), tree("m/A.java", LONG_METHOD, "")))
                .contains("m/A.java#a: 72 lines, 60 allowed: split it");
    }

    @Test
    void an_exception_that_grew_is_found() {
        assertThat(findings(new SizeRatchet(), tree("m/A.java", LONG_METHOD, "m/A.java#a 71\n")))
                .contains("m/A.java#a: 72 lines, 71 allowed: split it");
    }

    @Test
    void an_exception_that_shrank_must_be_lowered() {
        assertThat(findings(new SizeRatchet(), tree("m/A.java", LONG_METHOD, "m/A.java#a 80\n")))
                .contains("build/house/sizes.txt: m/A.java#a shrank: write 72");
    }

    @Test
    void an_exception_that_is_needed_no_more_must_go() {
        assertThat(findings(new SizeRatchet(), tree("m/A.java", "class A {}\n", "m/A.java 450\n")))
                .containsExactly("build/house/sizes.txt: m/A.java is within its limit: take the line away");
    }

    @Test
    void a_median_over_its_limit_is_found() {
        var planted = tree("web/a/src/A.vue", "<i/>\n".repeat(61), "");

        assertThat(findings(new SizeRatchet(), planted)).containsExactly("web.median: 61 lines, 60 allowed: split it");
    }

    @Test
    void a_percentile_is_the_nearest_rank() {
        assertThat(Measures.at(List.of(1L, 2L, 3L, 4L), 50)).isEqualTo(2);
        assertThat(Measures.at(List.of(1L, 2L, 3L, 4L), 95)).isEqualTo(4);
        assertThat(Measures.at(List.of(), 50)).isZero();
    }

    private static Tree tree(String path, String text, String sizes) {
        return Tree.of(Map.of(path, text, SizeRatchet.FILE, sizes, "m/S.java", SMALL));
    }
}
