package im.sparrow.verify.defect;

import net.bytebuddy.asm.Advice;

/** A mark's last message counts twice. */
final class CountedTwice {

    private CountedTwice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) long counted) {
        counted = counted == 0 ? 0 : counted + 1;
    }
}
