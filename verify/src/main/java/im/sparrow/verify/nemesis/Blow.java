package im.sparrow.verify.nemesis;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One fault made ready to hit one instance.
 *
 * @param instance which, or which way; known for good when it is struck
 * @param strike begins it
 * @param lasts how long it stays so; zero for what is over at once
 * @param heal ends what lasts
 * @param isBack whether what was hit is there again, as far as process numbers say
 */
record Blow(Supplier<String> instance, Act strike, Duration lasts, Act heal, BooleanSupplier isBack) {

    /** Something that is done. */
    @FunctionalInterface
    interface Act {
        void go() throws InterruptedException;
    }

    /** Nothing to do. */
    static final Act NOTHING = () -> {};

    /** A blow to a process, which is over when there is another. */
    static Blow at(String instance, Act strike, BooleanSupplier isBack) {
        return new Blow(() -> instance, strike, Duration.ZERO, NOTHING, isBack);
    }

    /** A blow that lasts, and changes no process. */
    static Blow lasting(String instance, Act strike, Duration lasts, Act heal) {
        return new Blow(() -> instance, strike, lasts, heal, () -> true);
    }
}
