package im.sparrow.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClockCheckTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final ClockCheck check = new ClockCheck(Schema.AUTH, new Databases(Map.of()), InstantSource.fixed(NOON));

    @Test
    void two_seconds_are_borne_and_a_slow_answer_is_no_skew() {
        assertThat(check.apart(NOON, NOON.plusSeconds(2), NOON)).isEmpty();
        assertThat(check.apart(NOON, NOON.minusSeconds(2), NOON)).isEmpty();
        assertThat(check.apart(NOON, NOON.plusSeconds(9), NOON.plusSeconds(10))).isEmpty();
    }

    @Test
    void more_is_said_with_its_direction() {
        assertThat(check.apart(NOON, NOON.plusSeconds(3), NOON))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what()).isEqualTo("3.0 s ahead"));
        assertThat(check.apart(NOON, NOON.minusSeconds(5), NOON))
                .singleElement()
                .satisfies(finding -> assertThat(finding.what()).isEqualTo("5.0 s behind"));
    }
}
