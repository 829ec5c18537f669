package im.sparrow.local.part;

import java.util.Optional;

/** How one sees that a part does its work. */
@FunctionalInterface
public interface Readiness {
    /** Empty when it does its work now; else what is still missing, in few words for people. Takes at most 2 s. */
    Optional<String> lacks() throws InterruptedException;
}
