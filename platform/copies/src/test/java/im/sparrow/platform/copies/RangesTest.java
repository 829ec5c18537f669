package im.sparrow.platform.copies;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Digest;
import im.sparrow.contracts.Id;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RangesTest {

    private static final Digest ONE_TO_FIVE = Digest.of(List.of("a", "b"), Id.of(5));
    private static final Digest THE_REST = Digest.of(List.of("c"), null);

    private final List<String> settled = new ArrayList<>();

    private int settle(long after, long upTo) {
        settled.add(after + " to " + upTo);
        return 2;
    }

    @Test
    void equal_ranges_are_gone_through_to_the_end_and_none_is_settled() {
        var owner = Map.of(0L, ONE_TO_FIVE, 5L, THE_REST);
        var asked = new ArrayList<String>();

        int differed = Ranges.compare(
                after -> owner.getOrDefault(after, THE_REST),
                (after, upTo) -> {
                    asked.add(after + " to " + upTo);
                    return after == 0 ? ONE_TO_FIVE : THE_REST;
                },
                this::settle,
                Duration.ZERO);

        assertThat(differed).isZero();
        assertThat(settled).isEmpty();
        assertThat(asked).containsExactly("0 to 5", "5 to " + Long.MAX_VALUE);
    }

    @Test
    void a_range_that_stays_different_is_settled_and_the_others_are_not() {
        int differed = Ranges.compare(
                after -> after == 0 ? ONE_TO_FIVE : THE_REST,
                (after, upTo) -> after == 0 ? Digest.of(List.of("a"), null) : THE_REST,
                this::settle,
                Duration.ZERO);

        assertThat(differed).isEqualTo(2);
        assertThat(settled).containsExactly("0 to 5");
    }

    @Test
    void news_that_arrive_in_time_are_no_difference() {
        Deque<Digest> mine = new ArrayDeque<>(List.of(Digest.of(List.of(), null), THE_REST));

        int differed = Ranges.compare(after -> THE_REST, (after, upTo) -> mine.remove(), this::settle, Duration.ZERO);

        assertThat(differed).isZero();
        assertThat(settled).isEmpty();
    }

    @Test
    void contents_are_told_apart_whatever_their_number() {
        assertThat(Digest.of(List.of("ab"), null).sameAs(Digest.of(List.of("a", "b"), null)))
                .isFalse();
        assertThat(Digest.of(List.of("a"), null).sameAs(Digest.of(List.of("b"), null)))
                .isFalse();
        assertThat(Digest.of(List.of("a"), Id.of(7)).sameAs(Digest.of(List.of("a"), null)))
                .isTrue();
    }
}
