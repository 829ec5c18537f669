package im.sparrow.verify.defect;

import im.sparrow.contracts.Headers;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;

/**
 * Some polls are passed over: what is left of an offset that goes before the commit when the process dies between the
 * two. People say their words again; what social-service decided is said once, so polls with a decision are hit.
 */
public final class SkippedCommands {

    private static final int EVERY = 4;
    private static final String OF_A_PERSON = "key = " + Headers.USER + ",";
    private static final AtomicLong DECISIONS = new AtomicLong();

    private SkippedCommands() {}

    @Advice.OnMethodExit
    static void exit(
            @Advice.Argument(0) Iterable<?> poll,
            @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object batches) {
        batches = kept(poll, batches);
    }

    /** The batches, or none. */
    public static Object kept(Iterable<?> poll, Object batches) {
        for (Object record : poll) {
            if (!record.toString().contains(OF_A_PERSON)) {
                return DECISIONS.incrementAndGet() % EVERY == 0 ? List.of() : batches;
            }
        }
        return batches;
    }
}
