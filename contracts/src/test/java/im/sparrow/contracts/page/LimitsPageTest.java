package im.sparrow.contracts.page;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Bounds;
import java.lang.reflect.Field;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class LimitsPageTest {

    private final GeneratedPage page = GeneratedPage.of("Bounds.java", "limits.md");

    @Test
    void every_shared_bound_is_explained_on_the_page() throws Exception {
        var meanings = page.constants();
        var rows = new ArrayList<String>();
        for (Field bound : Bounds.class.getFields()) {
            assertThat(meanings).containsKey(bound.getName());
            rows.add("| `" + bound.getName() + "` | " + bound.get(null) + " | " + meanings.get(bound.getName())
                    + " |\n");
        }

        page.isUpToDateWith(
                "# Limits\n\nMade from `contracts/src/main/java/im/sparrow/contracts/Bounds.java`; edit that.\n\n"
                        + "What two sides of a wall agree on. Limits of one service are its settings; a running gateway lists those that"
                        + " concern clients at `GET /api/v1/limits`. Durations are in ISO 8601.\n\n"
                        + "| bound | value | of what |\n|---|---|---|\n" + String.join("", rows));
    }
}
