package im.sparrow.verify.defect;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The last socket of every so many frames of the stream gets nothing. */
public final class SkippedPush {

    private static final int EVERY = 500;
    private static final AtomicLong FRAMES = new AtomicLong();

    private SkippedPush() {}

    @Advice.OnMethodEnter
    static void enter(
            @Advice.Argument(1) long at,
            @Advice.Argument(value = 2, readOnly = false, typing = Assigner.Typing.DYNAMIC) Object[] outlets) {
        outlets = fewer(at, outlets);
    }

    /** All, or all but the last. */
    public static Object[] fewer(long at, Object[] outlets) {
        long before = FRAMES.get();
        boolean skips = at > 0 && before / EVERY != FRAMES.addAndGet(outlets.length) / EVERY;
        return skips ? Arrays.copyOf(outlets, outlets.length - 1) : outlets;
    }
}
