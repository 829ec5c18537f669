package im.sparrow.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSumTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path checkout;

    private void report(String name, Instant written, String cases) throws Exception {
        var file = checkout.resolve("module/target/surefire-reports/TEST-" + name + ".xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<testsuite>" + cases + "</testsuite>");
        Files.setLastModifiedTime(file, FileTime.from(written));
    }

    @Test
    void failed_and_skipped_tests_are_named_and_the_rest_counted() throws Exception {
        report("A", BEGIN.plusSeconds(1), """
                <testcase classname="A" name="one"/>
                <testcase classname="A" name="two"><failure/></testcase>
                <testcase classname="A" name="three"><error/></testcase>
                <testcase classname="A" name="four"><skipped/></testcase>""");
        report("B", BEGIN.plusSeconds(2), "<testcase classname='B' name='five'><system-out/></testcase>");

        var tally = TestSum.of(checkout, BEGIN);

        assertThat(tally.passed()).isEqualTo(2);
        assertThat(tally.failed()).containsExactly("A: two", "A: three");
        assertThat(tally.skipped()).containsExactly("A: four");
    }

    @Test
    void reports_of_an_earlier_run_do_not_count() throws Exception {
        report("A", BEGIN.minusSeconds(1), "<testcase classname='A' name='old'/>");

        assertThat(TestSum.of(checkout, BEGIN).passed()).isZero();
    }
}
