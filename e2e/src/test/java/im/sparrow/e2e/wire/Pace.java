package im.sparrow.e2e.wire;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A moment between two things that are said: a load has its pace. What must come is awaited, never slept for. */
public final class Pace {

    private Pace() {}

    /** Lets so many milliseconds pass. */
    public static void pause(long millis) {
        var moment = CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(() -> {}, moment).join();
    }
}
