package im.sparrow.platform.core;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Where time comes from: an {@link InstantSource} to inject, so that a test can say what time it is. */
final class Time {

    @Produces
    @Singleton
    InstantSource now() {
        return InstantSource.system();
    }
}
