package im.sparrow.verify.point;

import net.bytebuddy.asm.Advice;

/** The process ends where it stands, as a machine does when its power goes: nothing is flushed, nobody is told. */
public final class Halt {

    private Halt() {}

    /** Woven in where the method begins; a batch of nothing is passed over. */
    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) Iterable<?> batch) {
        if (batch.iterator().hasNext()) {
            Runtime.getRuntime().halt(137);
        }
    }
}
