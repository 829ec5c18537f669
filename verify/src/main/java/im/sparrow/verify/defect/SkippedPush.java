package im.sparrow.verify.defect;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/** The last socket of every so many frames of the stream gets nothing. */
public final class SkippedPush {

    private static final int EVERY = 500;
    private static final String NOT_OF_THE_STREAM = " at=0, ";
    private static final AtomicLong FRAMES = new AtomicLong();

    private SkippedPush() {}

    @Advice.OnMethodEnter
    static void enter(
            @Advice.Argument(0) Object delivery,
            @Advice.Argument(value = 1, readOnly = false, typing = Assigner.Typing.DYNAMIC) Object[] outlets) {
        outlets = fewer(delivery, outlets);
    }

    /** All, or all but the last. */
    public static Object[] fewer(Object delivery, Object[] outlets) {
        long before = FRAMES.get();
        boolean skips = !delivery.toString().contains(NOT_OF_THE_STREAM)
                && before / EVERY != FRAMES.addAndGet(outlets.length) / EVERY;
        return skips ? Arrays.copyOf(outlets, outlets.length - 1) : outlets;
    }
}
