package im.sparrow.verify.defect;

import net.bytebuddy.asm.Advice;

/** The method does nothing and answers {@code false}. */
final class Always {

    private Always() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter() {
        return true;
    }
}
