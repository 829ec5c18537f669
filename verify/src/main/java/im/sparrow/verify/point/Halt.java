package im.sparrow.verify.point;

import java.io.IOException;
import net.bytebuddy.asm.Advice;

/** The process ends where it stands, as a machine does when its power goes: nothing is flushed, nobody is told. */
public final class Halt {

    private Halt() {}

    /** Woven in where the method begins; a batch of nothing is passed over. */
    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) Iterable<?> batch) {
        if (batch.iterator().hasNext()) {
            now();
        }
    }

    /**
     * Kills this process and never returns. {@link Runtime#halt} would let a JVM that records for its start-up cache write
     * the recording first, for many seconds in which it stays in its group.
     */
    public static void now() {
        try {
            String own = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("kill", "-KILL", own).start().waitFor();
        } catch (IOException | InterruptedException noSignal) {
            Runtime.getRuntime().halt(137);
        }
        Runtime.getRuntime().halt(137);
    }
}
