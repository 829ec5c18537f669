package im.sparrow.verify.point;

import java.time.Instant;
import net.bytebuddy.asm.Advice;

/** What the time is, so much before or behind the machine's: woven into the JDK's own clock, of one process. */
final class ClockLeap {

    /** How far it leaps. */
    static final long SECONDS = 90;

    private ClockLeap() {}

    /** Ahead. */
    static final class Ahead {
        private Ahead() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Instant now) {
            now = now.plusSeconds(SECONDS);
        }
    }

    /** Behind. */
    static final class Behind {
        private Behind() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Instant now) {
            now = now.minusSeconds(SECONDS);
        }
    }
}
