package im.sparrow.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalTest {

    @ParameterizedTest
    @CsvSource({
        "pairs.knee, 4999, **missed**",
        "pairs.knee, 5000, reached",
        "pairs.knee, 7000, 'reached, and the stretch'",
        "pairs.per1000, 0.35, reached",
        "pairs.per1000, 0.351, **missed**",
        "rest.memory, 2049, **missed**",
        "rest.memory, 1200, 'reached, and the stretch'"
    })
    void a_figure_is_judged_by_its_goal(String figure, double reached, String verdict) {
        Goal goal = Goal.ALL.stream()
                .filter(each -> each.figure().equals(figure))
                .findFirst()
                .orElseThrow();

        assertThat(goal.verdict(reached)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"'5,000', 5000", "0.35, 0.35", "0.0016, 0.0016", "8.5, 8.5", "12, 12", "153, 153.4"})
    void a_number_shows_the_digits_that_mean_something(String text, double number) {
        assertThat(Goal.number(number)).isEqualTo(text);
    }
}
