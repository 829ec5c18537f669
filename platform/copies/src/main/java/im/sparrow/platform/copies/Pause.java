package im.sparrow.platform.copies;

import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import java.time.Duration;

/** Waits for news that are on their way. */
final class Pause {

    private Pause() {}

    /** Waits so long; ends with {@code unavailable} when the service is stopped meanwhile. */
    static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Problem.UNAVAILABLE, "This part of the suite is being stopped; try again.");
        }
    }
}
