package im.sparrow.house.shape;

import static im.sparrow.house.Kept.byTheProject;
import static im.sparrow.house.Kept.findings;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.house.Rule;
import im.sparrow.house.source.Tree;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {

    static Stream<Rule> rules() {
        return Stream.of(new SqlShapes(), new Places(), new NothingSkipped());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_project_keeps_its_shapes(Rule rule) {
        byTheProject(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 FROM t WHERE (a, b) IN ((1, 2))",
                "SELECT 1 FROM t FOR UPDATE SKIP LOCKED",
                "SELECT GET_LOCK('a', 1)",
                "INSERT INTO t VALUES (1) RETURNING a",
                "INSERT INTO t VALUES (1) AS new ON DUPLICATE KEY UPDATE a = new.a",
                "CREATE TABLE t (a BIGINT AUTO_INCREMENT)",
                "SELECT 1 FROM t LIMIT 5 OFFSET 10"
            })
    void a_banned_shape_of_sql_is_found_in_java_and_in_a_script(String sql) {
        var planted = Tree.of(Map.of(
                "m/A.java", "class A { String sql = \"\"\"\n" + sql + "\"\"\"; }", "m/a.sql", "SELECT 1;\n" + sql));

        assertThat(findings(new SqlShapes(), planted)).hasSize(2);
    }

    @Test
    void a_plain_in_and_a_remark_about_a_banned_shape_pass() {
        var planted = Tree.of(Map.of(
                "m/A.java",
                        "/** No SKIP LOCKED. */ class A { String sql = \"SELECT f(a, b) FROM t WHERE a IN (?, ?)\"; }",
                "m/a.sql", "-- no RETURNING\nSELECT 1"));

        assertThat(findings(new SqlShapes(), planted)).isEmpty();
    }

    static final List<String> PLACES = List.of(
            "https://" + String.join(".", "registry", "npmjs", "org") + "/vue",
            "url=https://" + String.join(".", "repo", "maven", "apache", "org") + "/maven2",
            "HOME=/" + "root/x",
            "cd /" + "work/main",
            "\"/" + "Users/me\"");

    @ParameterizedTest
    @FieldSource("PLACES")
    void a_registry_or_a_machines_folder_is_found(String text) {
        assertThat(findings(new Places(), Tree.of("m/notes.txt", "first\n" + text)))
                .singleElement()
                .asString()
                .startsWith("m/notes.txt:2: names a ");
    }

    @Test
    void a_schema_location_and_a_route_pass() {
        var planted = Tree.of("pom.xml", "http://maven.apache.org/xsd/maven-4.0.0.xsd https://sparrow.example/home/x");

        assertThat(findings(new Places(), planted)).isEmpty();
    }

    @Test
    void a_skipped_a_lonely_and_a_sleeping_test_are_found() {
        var planted = Tree.of(Map.of(
                "m/src/test/java/ATest.java", "class ATest {\n@Disabled\n@Test void a_b() { Thread.sleep(1); } }",
                "web/a/src/a.test.ts", "it.only('a', () => {})"));

        assertThat(findings(new NothingSkipped(), planted)).hasSize(3);
    }
}
