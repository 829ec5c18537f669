package im.sparrow.message.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VisibleTest {

    private final Visible twice = Visible.of(List.of(new Range(20, Range.OPEN), new Range(5, 9)), 25);

    @Test
    void intervals_that_touch_or_overlap_become_one() {
        var visible = Visible.of(List.of(new Range(7, 12), new Range(1, 3), new Range(4, 8)), 12);

        assertThat(visible.ranges()).containsExactly(new Range(1, 12));
    }

    @Test
    void an_open_interval_over_earlier_ones_takes_them_in() {
        var visible = Visible.of(List.of(new Range(5, 9), new Range(1, Range.OPEN), new Range(12, 14)), 20);

        assertThat(visible.ranges()).containsExactly(new Range(1, Range.OPEN));
    }

    @Test
    void a_page_before_a_seq_goes_over_what_lies_between_intervals() {
        assertThat(twice.before(23, 6)).containsExactly(new Range(7, 9), new Range(20, 22));
        assertThat(twice.before(Long.MAX_VALUE, 2)).containsExactly(new Range(24, 25));
        assertThat(twice.before(15, 100)).containsExactly(new Range(5, 9));
        assertThat(twice.before(5, 1)).isEmpty();
    }

    @Test
    void a_page_after_a_seq_goes_over_what_lies_between_intervals() {
        assertThat(twice.after(7, 4)).containsExactly(new Range(8, 9), new Range(20, 21));
        assertThat(twice.after(0, 1)).containsExactly(new Range(5, 5));
        assertThat(twice.after(24, 100)).containsExactly(new Range(25, 25));
        assertThat(twice.after(25, 1)).isEmpty();
    }

    @Test
    void only_ranges_that_touch_are_named_and_the_newest_of_them() {
        assertThat(twice.touching(10, 19, 50)).isEmpty();
        assertThat(twice.touching(9, 20, 50)).hasSize(2);
        assertThat(twice.touching(1, 30, 1)).containsExactly(new Range(20, Range.OPEN));
    }

    @Test
    void a_range_that_ends_before_it_begins_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(0, 2));
    }

    @Test
    void pages_are_what_filtering_every_seq_would_give() {
        var random = new Random(7);
        for (int run = 0; run < 300; run++) {
            var intervals = new ArrayList<Range>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                long from = 1 + random.nextInt(40);
                intervals.add(new Range(from, random.nextInt(6) == 0 ? Range.OPEN : from + random.nextInt(8)));
            }
            var visible = Visible.of(intervals, 50);
            List<Long> all = LongStream.rangeClosed(1, 50)
                    .filter(visible::contains)
                    .boxed()
                    .toList();
            long seq = random.nextInt(52);
            int count = 1 + random.nextInt(12);

            List<Long> before = all.stream().filter(s -> s < seq).toList();
            List<Long> after = all.stream().filter(s -> s > seq).toList();

            assertThat(seqs(visible.before(seq, count)))
                    .isEqualTo(before.subList(Math.max(0, before.size() - count), before.size()));
            assertThat(seqs(visible.after(seq, count))).isEqualTo(after.subList(0, Math.min(count, after.size())));
        }
    }

    private static List<Long> seqs(List<Range> ranges) {
        return ranges.stream()
                .flatMap(range ->
                        LongStream.rangeClosed(range.from(), range.to()).boxed())
                .toList();
    }
}
