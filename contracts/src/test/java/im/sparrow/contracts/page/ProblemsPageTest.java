package im.sparrow.contracts.page;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProblemsPageTest {

    private final GeneratedPage page = GeneratedPage.of("Problem.java", "problems.md");

    @Test
    void every_problem_is_explained_on_the_page() throws Exception {
        var meanings = page.constants();
        assertThat(meanings.keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(Problem.values()).map(Enum::name).toList());

        page.isUpToDateWith(
                "# Problems\n\nMade from `contracts/src/main/java/im/sparrow/contracts/Problem.java`; edit that.\n\n"
                        + "Over REST a problem is `application/problem+json` with this `code`; on the socket it is the `code` of a `nack`"
                        + " or `error`. *Again* says whether the same request may pass later; for the token problems, with a fresh"
                        + " token.\n\n| code | HTTP | again | meaning |\n|---|---|---|---|\n"
                        + Arrays.stream(Problem.values())
                                .map(problem -> "| `" + problem.code() + "` | " + problem.status() + " | "
                                        + (problem.retryable() ? "yes" : "no") + " | " + meanings.get(problem.name())
                                        + " |\n")
                                .collect(Collectors.joining()));
    }
}
