package im.sparrow.auth.sanction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a sanction is in its life. Pure: knows no clock and no database.
 *
 * <pre>
 *   pending ──begins_at──▶ live ──ends_at──▶ over
 *      └──────lifted───────┴──▶ lifted
 * </pre>
 */
enum SanctionState {
    pending,
    live,
    over,
    lifted;

    /** Where one that nobody lifts is at a moment; it is over from its end on. */
    static SanctionState at(Instant beginsAt, @Nullable Instant endsAt, Instant now) {
        if (now.isBefore(beginsAt)) {
            return pending;
        }
        return endsAt == null || now.isBefore(endsAt) ? live : over;
    }

    /** When it changes by itself next, or null when it never does. */
    @Nullable
    Instant due(Instant beginsAt, @Nullable Instant endsAt) {
        return switch (this) {
            case pending -> beginsAt;
            case live -> endsAt;
            case over, lifted -> null;
        };
    }

    /** Whether it may still do something. */
    boolean open() {
        return this == pending || this == live;
    }
}
