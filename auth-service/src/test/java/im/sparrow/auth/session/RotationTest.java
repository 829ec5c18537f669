package im.sparrow.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotationTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource({
        // presented, newest, seconds since the last rotation, since the one before, over
        "5, 5,   0,  600, false, ROTATE",
        "5, 5, 900, 1500, false, ROTATE",
        "4, 5,   0,  600, false, REPEAT",
        "4, 5,  20,  600, false, REPEAT",
        "4, 5,  21,  600, false, REUSED",
        "3, 5,   1,   20, false, REPEAT",
        "3, 5,   1,   21, false, REUSED",
        "2, 5,   1,    1, false, REUSED",
        "1, 5,   0,    0, false, REUSED",
        "6, 5,   0,    0, false, REUSED",
        "5, 5,   0,  600, true,  OVER",
        "4, 5,   0,  600, true,  OVER",
        "1, 5,   0,  600, true,  OVER",
    })
    void is_decided_by_age_and_generation(
            int presented, int newest, long last, long before, boolean over, Rotation decided) {
        var past = new Rotation.Past(newest, NOW.minusSeconds(last), NOW.minusSeconds(before), over);

        assertThat(Rotation.decide(presented, past, NOW, GRACE)).isEqualTo(decided);
    }
}
