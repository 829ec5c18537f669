package im.sparrow.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.platform.outbox.World.Bend;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Random lives of two relays. Named invariants: per key no version is in the log before a smaller one; at the end every
 * version is there; only what was acknowledged is marked. A failure prints the seed to replay.
 */
class OrderTest {

    private static final int LIVES = 250;
    private static final int MOMENTS = 1_500;

    @Test
    void whatever_crashes_or_is_forgotten_every_version_arrives_in_order() {
        assertThat(violations(Bend.NONE, false)).isEmpty();
    }

    @Test
    void a_relay_that_stood_still_past_its_lease_does_no_harm() {
        assertThat(violations(Bend.NONE, true)).isEmpty();
    }

    @Test
    void control_ids_taken_for_versions_are_noticed() {
        assertThat(violations(Bend.READ_BY_ID, false)).anyMatch(line -> line.contains(" before "));
    }

    @Test
    void control_a_relay_that_sends_nothing_again_is_noticed() {
        assertThat(violations(Bend.NEVER_AGAIN, false)).anyMatch(line -> line.contains("lost"));
    }

    @Test
    void control_a_relay_that_trusts_what_it_has_just_sent_again_is_noticed() {
        assertThat(violations(Bend.NEVER_NOTED, false)).isNotEmpty();
    }

    private static List<String> violations(Bend bend, boolean pauses) {
        return IntStream.range(0, LIVES)
                .boxed()
                .flatMap(seed ->
                        new World(seed, bend, pauses).live(MOMENTS).stream().map(line -> "seed " + seed + ": " + line))
                .toList();
    }
}
