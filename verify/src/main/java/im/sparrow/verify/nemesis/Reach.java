package im.sparrow.verify.nemesis;

import im.sparrow.verify.client.Session;
import im.sparrow.verify.suite.Suite;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** What the nemesis can do to a suite, and how it sees whether all is well there. */
public final class Reach {

    private final Suite suite;
    private final BooleanSupplier doors;

    /**
     * Reaches for a suite.
     *
     * @param gateways whose doors must be open
     * @param session of a user who knocks there
     */
    public Reach(Suite suite, List<URI> gateways, Session session) {
        this(suite, new Doors(gateways, session)::areOpen);
    }

    Reach(Suite suite, BooleanSupplier doors) {
        this.suite = suite;
        this.doors = doors;
    }

    Suite suite() {
        return suite;
    }

    /** Who is not well, for people. */
    String lacking() {
        return suite.lacking() + (doors.getAsBoolean() ? "" : ", some doors");
    }

    boolean isWell() {
        return suite.isReady() && doors.getAsBoolean();
    }

    /** Which of these kinds cannot be done to a suite, by name, each with the reason. */
    public static Map<Fault, String> impossible(Suite suite, Iterable<Fault> kinds) {
        var blows = new Blows(suite, new SplittableRandom());
        var impossible = new TreeMap<Fault, String>(Comparator.comparing(Fault::word));
        for (Fault kind : kinds) {
            Optional<String> reason = blows.impossible(kind);
            reason.ifPresent(why -> impossible.put(kind, why));
        }
        return impossible;
    }
}
