package im.sparrow.local.part;

import im.sparrow.local.part.PartEvent.Answered;
import im.sparrow.local.part.PartEvent.Died;
import im.sparrow.local.part.PartEvent.Due;
import im.sparrow.local.part.PartEvent.StartAsked;
import im.sparrow.local.part.PartEvent.StopAsked;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a part stands, and what an event makes of it. What a state does not name changes nothing.
 *
 * <pre>
 *              StartAsked            Answered
 *   Stopped ───────────────▶ Starting ───────▶ Ready
 *      ▲                      │  ▲               │
 *      │                 Died │  │ Due      Died │
 *      │ Died                 ▼  │               │
 *   Stopping ◀─StopAsked── Restarting ◀──────────┘
 *                             │
 *                             ▼ (too many attempts without ever answering)
 *                           Failed ──StartAsked──▶ Starting
 * </pre>
 *
 * <p>A part that answered for {@link #STEADY} begins its count of attempts anew; one that has answered once is never
 * given up, however often it is killed.
 */
public sealed interface PartState {
    /** Attempts of a part that never answered, before it is given up. */
    int ATTEMPTS = 3;

    /** How long a part must have answered to count as steady. */
    Duration STEADY = Duration.ofSeconds(5);

    /** The longest pause between two attempts. */
    Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** What the event makes of this. */
    PartState on(PartEvent event, Instant now);

    /** No process, and none wanted. */
    record Stopped() implements PartState {
        @Override
        public PartState on(PartEvent event, Instant now) {
            return event instanceof StartAsked ? new Starting(1, false, now) : this;
        }
    }

    /**
     * A process that does not do its work yet.
     *
     * @param attempt 1 and up
     * @param proven whether the part has answered before
     * @param since when this attempt began
     */
    record Starting(int attempt, boolean proven, Instant since) implements PartState {
        @Override
        public PartState on(PartEvent event, Instant now) {
            return switch (event) {
                case Answered() -> new Ready(attempt, now);
                case Died(String how) ->
                    attempt >= ATTEMPTS && !proven ? new Failed(how) : Restarting.after(attempt, proven, how, now);
                case StopAsked() -> new Stopping();
                case StartAsked(), Due() -> this;
            };
        }
    }

    /**
     * It does its work.
     *
     * @param attempt the attempt that led here
     * @param since when it answered first
     */
    record Ready(int attempt, Instant since) implements PartState {
        @Override
        public PartState on(PartEvent event, Instant now) {
            return switch (event) {
                case Died(String how) -> {
                    var steady = !now.isBefore(since.plus(STEADY));
                    yield Restarting.after(steady ? 0 : attempt, true, how, now);
                }
                case StopAsked() -> new Stopping();
                case StartAsked(), Answered(), Due() -> this;
            };
        }
    }

    /**
     * Its process died; the next one comes after a pause.
     *
     * @param attempt the number of the next attempt
     * @param proven whether the part has answered before
     * @param how how it died
     * @param due when the pause is over
     */
    record Restarting(int attempt, boolean proven, String how, Instant due) implements PartState {
        /** The pause is 0 after a steady time, then 1 s, doubling to {@link #LONGEST_PAUSE}. */
        static Restarting after(int attempt, boolean proven, String how, Instant now) {
            var seconds = attempt == 0 ? 0 : 1L << Math.min(attempt - 1, 10);
            var pause = Duration.ofSeconds(Math.min(seconds, LONGEST_PAUSE.toSeconds()));
            return new Restarting(attempt + 1, proven, how, now.plus(pause));
        }

        @Override
        public PartState on(PartEvent event, Instant now) {
            return switch (event) {
                case Due() -> new Starting(attempt, proven, now);
                case StopAsked() -> new Stopped();
                case StartAsked ignored -> this;
                case Answered ignored -> this;
                case Died ignored -> this;
            };
        }
    }

    /** It was told to end and has not yet. */
    record Stopping() implements PartState {
        @Override
        public PartState on(PartEvent event, Instant now) {
            return event instanceof Died ? new Stopped() : this;
        }
    }

    /**
     * It was given up.
     *
     * @param how how its last attempt ended
     */
    record Failed(String how) implements PartState {
        @Override
        public PartState on(PartEvent event, Instant now) {
            return switch (event) {
                case StartAsked() -> new Starting(1, false, now);
                case StopAsked() -> new Stopped();
                case Answered ignored -> this;
                case Died ignored -> this;
                case Due ignored -> this;
            };
        }
    }
}
