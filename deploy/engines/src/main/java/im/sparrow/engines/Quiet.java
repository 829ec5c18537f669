package im.sparrow.engines;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps broker and clients from printing their whole configuration at each start; warnings stay. */
final class Quiet {
    // Held here: a level that was set on a logger nobody holds is forgotten at the next collection.
    private static final List<Logger> TALKATIVE = List.of(
            Logger.getLogger("kafka"), Logger.getLogger("org.apache.kafka"), Logger.getLogger("state.change.logger"));

    private Quiet() {}

    /** A level that somebody has set stays. */
    static void kafka() {
        TALKATIVE.stream()
                .filter(logger -> logger.getLevel() == null)
                .forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
