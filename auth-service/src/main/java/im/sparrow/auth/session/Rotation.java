package im.sparrow.auth.session;

import java.time.Duration;
import java.time.Instant;

/**
 * What is to be done with a refresh token that is proven ours. Pure: knows no clock and no database.
 */
enum Rotation {
    /** The newest: give its successor. */
    ROTATE,
    /** Used a moment ago: give the newest again, change nothing. */
    REPEAT,
    /** Used longer ago: somebody has a copy. */
    REUSED,
    /** The session has ended or its time is over. */
    OVER;

    /**
     * The rotations that a session remembers.
     *
     * @param generation the newest token's
     * @param lastAt when the token before the newest was used
     * @param beforeAt when the one before that was used
     * @param over whether the session has ended or its time is over
     */
    record Past(int generation, Instant lastAt, Instant beforeAt, boolean over) {}

    /** Decides. Two rotations back are remembered, so two lost answers in a row do no harm. */
    static Rotation decide(int presented, Past past, Instant now, Duration grace) {
        if (past.over()) {
            return OVER;
        }
        return switch (past.generation() - presented) {
            case 0 -> ROTATE;
            case 1 -> within(past.lastAt(), now, grace) ? REPEAT : REUSED;
            case 2 -> within(past.beforeAt(), now, grace) ? REPEAT : REUSED;
            default -> REUSED;
        };
    }

    private static boolean within(Instant used, Instant now, Duration grace) {
        return !now.isAfter(used.plus(grace));
    }
}
