package im.sparrow.verify.point;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.verify.plant.Plant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A class or method of the product that is called otherwise turns red here, and not in the middle of a run. */
class PointsTest {

    private static final Path SOURCES = Path.of("../message-service/src/main/java");

    @Test
    void the_points_are_where_the_writer_has_them() throws IOException {
        List<Plant.Site> ours = Points.ALL.stream()
                .flatMap(plant -> plant.sites().stream())
                .filter(site -> site.type().startsWith("im.sparrow."))
                .toList();

        assertThat(ours).hasSize(2);
        for (Plant.Site site : ours) {
            String source = Files.readString(SOURCES.resolve(site.type().replace('.', '/') + ".java"));
            String method = site.methods().toString().replaceAll(".*\\(equals\\((.*)\\)\\)", "$1");
            assertThat(source).contains("void " + method + "(");
        }
    }
}
