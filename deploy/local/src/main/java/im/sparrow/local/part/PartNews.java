package im.sparrow.local.part;

import java.time.Duration;

/**
 * One thing worth saying about a part.
 *
 * @param part its name
 * @param state where it stands now
 * @param detail in few words, may be empty
 * @param taken how long the present attempt takes or took
 */
public record PartNews(String part, PartState state, String detail, Duration taken) {
    /** Hears the news; called by the part's own thread. */
    @FunctionalInterface
    public interface Ear {
        /** Must not take long. */
        void hear(PartNews news);
    }
}
