package im.sparrow.platform.outbox;

import java.time.Instant;
import java.util.List;

/** What the relay does next. Each step's outcome is told to the {@link Plan}, which then says the step after it. */
sealed interface Step {

    /** Take or renew the lease. */
    record TakeLease() implements Step {}

    /** Note durably from when on sent rows may be lost: the older of what is noted and ten minutes before the newest. */
    record BeginAgain() implements Step {}

    /**
     * Read what was sent before, in the order of sending.
     *
     * @param after rows sent later than this
     */
    record LoadSent(Instant after) implements Step {}

    /** Take the note away: what was sent again ten minutes ago is safe with the broker. */
    record EndAgain() implements Step {}

    /**
     * Read what was not sent yet, by key and version.
     *
     * @param afterKey only keys greater than this, so that keys take turns when there is more than a batch
     */
    record LoadUnsent(String afterKey) implements Step {}

    /** Publish one wave and wait for the broker. */
    record Publish(List<Row> wave) implements Step {}

    /** Note that the broker has these rows. */
    record MarkSent(List<Row> rows) implements Step {}

    /** Delete a batch of what was sent long before the newest sent row. */
    record Purge() implements Step {}

    /**
     * Nothing to do.
     *
     * @param nanos for how long at most
     * @param deaf whether news must not end the pause (the broker has failed, or the lease is another's)
     */
    record Rest(long nanos, boolean deaf) implements Step {}
}
