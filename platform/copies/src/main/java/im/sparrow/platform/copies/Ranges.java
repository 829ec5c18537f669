package im.sparrow.platform.copies;

import im.sparrow.contracts.Digest;
import java.time.Duration;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Goes through all ids range by range, as the owner cuts them. */
public final class Ranges {

    private Ranges() {}

    /** What is known here of a range, in short. */
    @FunctionalInterface
    public interface Mine {
        /** Of the ids after one up to another, that one included. */
        Digest of(long after, long upTo);
    }

    /** Takes the owner's word for a range that differs. */
    @FunctionalInterface
    public interface Settle {
        /** Answers how many things differed. */
        int settle(long after, long upTo);
    }

    /**
     * Compares everything. A range that differs is looked at again after a while, since news travel.
     *
     * @param truth the owner's range after an id
     * @return how many things differed
     */
    public static int compare(LongFunction<Digest> truth, Mine mine, Settle settle, Duration travel) {
        int differed = 0;
        @Nullable Long after = 0L;
        while (after != null) {
            Digest range = truth.apply(after);
            if (!range.sameAs(mine.of(after, range.upTo()))) {
                Pause.of(travel);
                range = truth.apply(after);
                if (!range.sameAs(mine.of(after, range.upTo()))) {
                    differed += settle.settle(after, range.upTo());
                }
            }
            after = range.last() == null ? null : range.upTo();
        }
        return differed;
    }
}
