package im.sparrow.auth.sanction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SanctionStateTest {

    /** Moments are seconds; nothing stands for no end, or never. */
    @ParameterizedTest
    @CsvSource({
        "10, 20,  9, pending, 10",
        "10, 20, 10, live,    20",
        "10, 20, 19, live,    20",
        "10, 20, 20, over,      ",
        "10, 20, 99, over,      ",
        "10,   ,  9, pending, 10",
        "10,   , 99, live,      ",
    })
    void goes_through_its_life_by_the_clock_alone(long begin, Long end, long now, SanctionState state, Long due) {
        Instant ends = end == null ? null : Instant.ofEpochSecond(end);
        var at = SanctionState.at(Instant.ofEpochSecond(begin), ends, Instant.ofEpochSecond(now));

        assertThat(at).isEqualTo(state);
        assertThat(at.due(Instant.ofEpochSecond(begin), ends))
                .isEqualTo(due == null ? null : Instant.ofEpochSecond(due));
    }
}
