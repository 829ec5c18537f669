package im.sparrow.verify.defect;

import net.bytebuddy.asm.Advice;

/** A room takes whatever lets somebody in or out, however old it is. */
public final class BelievedReplay {

    private BelievedReplay() {}

    @Advice.OnMethodExit
    static void exit(@Advice.Argument(0) Object event, @Advice.Return(readOnly = false) boolean takes) {
        takes = believed(event, takes);
    }

    /** Whether the room takes it. */
    public static boolean believed(Object event, boolean takes) {
        return takes || !event.toString().contains("membership=null");
    }
}
