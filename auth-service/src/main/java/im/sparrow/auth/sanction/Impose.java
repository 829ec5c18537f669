package im.sparrow.auth.sanction;

import im.sparrow.contracts.Bounds;
import im.sparrow.platform.core.FieldError;
import im.sparrow.platform.core.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sanction that is to be.
 *
 * @param kind what it does
 * @param reason what the person reads, 1 to 200 characters
 * @param beginsAt from when on; now when absent or past
 * @param endsAt until when, at most ten years away; absent = until somebody lifts it
 */
record Impose(
        @Nullable SanctionKind kind,
        @Nullable String reason,
        @Nullable Instant beginsAt,
        @Nullable Instant endsAt) {

    private static final Duration FARTHEST = Duration.ofDays(3_660);

    /** Names every wrong field at once. */
    Sanction.Imposed check(Instant now) {
        List<FieldError> errors = new ArrayList<>();
        if (kind == null) {
            errors.add(new FieldError("/kind", "is mute or ban"));
        }
        if (reason == null || reason.isBlank() || reason.strip().length() > Bounds.NOTE_MAX) {
            errors.add(new FieldError("/reason", "is 1 to " + Bounds.NOTE_MAX + " characters"));
        }
        Instant begin = beginsAt == null || beginsAt.isBefore(now) ? now : beginsAt;
        if (begin.isAfter(now.plus(FARTHEST))) {
            errors.add(new FieldError("/beginsAt", "is at most ten years away"));
        }
        if (endsAt != null && (!endsAt.isAfter(begin) || endsAt.isAfter(now.plus(FARTHEST)))) {
            errors.add(new FieldError("/endsAt", "is after the beginning and at most ten years away"));
        }
        if (kind == null || reason == null || !errors.isEmpty()) {
            throw Refused.fields(errors);
        }
        return new Sanction.Imposed(
                kind,
                reason.strip(),
                begin.truncatedTo(ChronoUnit.MICROS),
                endsAt == null ? null : endsAt.truncatedTo(ChronoUnit.MICROS));
    }
}
