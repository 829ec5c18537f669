package im.sparrow.message.member;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What one user may see of one conversation: ranges of seq, ascending, apart from one another. Since seqs are dense, a
 * page of n items is exactly n seqs out of these ranges, so no query ever reads more than its page.
 *
 * @param ranges ascending, never touching; the last one may be open
 * @param head the newest seq there is to see
 */
public record Visible(List<Range> ranges, long head) {

    /**
     * Puts intervals in order; those that touch or overlap become one.
     *
     * @param intervals in any order
     * @param head the newest seq there is to see
     */
    public static Visible of(List<Range> intervals, long head) {
        var merged = new ArrayList<Range>();
        for (Range next :
                intervals.stream().sorted(Comparator.comparingLong(Range::from)).toList()) {
            Range last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && next.from() - 1 <= last.to()) {
                merged.set(merged.size() - 1, new Range(last.from(), Math.max(last.to(), next.to())));
            } else {
                merged.add(next);
            }
        }
        return new Visible(List.copyOf(merged), head);
    }

    /** Whether a seq may be seen. */
    public boolean contains(long seq) {
        return ranges.stream().anyMatch(range -> range.from() <= seq && seq <= range.to());
    }

    /** The newest {@code count} seqs below {@code seq}, as ascending ranges. */
    public List<Range> before(long seq, int count) {
        var page = new ArrayList<Range>();
        long left = count;
        for (Range range : ranges.reversed()) {
            long to = Math.min(Math.min(range.to(), head), seq - 1);
            if (left > 0 && to >= range.from()) {
                long from = Math.max(range.from(), to - left + 1);
                page.add(new Range(from, to));
                left -= to - from + 1;
            }
        }
        Collections.reverse(page);
        return page;
    }

    /** The oldest {@code count} seqs above {@code seq}, as ascending ranges. */
    public List<Range> after(long seq, int count) {
        var page = new ArrayList<Range>();
        long left = count;
        for (Range range : ranges) {
            long from = Math.max(range.from(), seq + 1);
            long to = Math.min(Math.min(range.to(), head), from + left - 1);
            if (left > 0 && from <= to) {
                page.add(new Range(from, to));
                left -= to - from + 1;
            }
        }
        return page;
    }

    /** The newest {@code count} ranges that touch the seqs from {@code from} to {@code to}. */
    public List<Range> touching(long from, long to, int count) {
        List<Range> touching = ranges.stream()
                .filter(range -> range.from() <= to && from <= range.to())
                .toList();
        return touching.subList(Math.max(0, touching.size() - count), touching.size());
    }
}
