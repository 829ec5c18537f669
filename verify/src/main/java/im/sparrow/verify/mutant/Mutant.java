package im.sparrow.verify.mutant;

import static im.sparrow.verify.checker.Defect.DUP;
import static im.sparrow.verify.checker.Defect.LEAK;
import static im.sparrow.verify.checker.Defect.LOST;
import static im.sparrow.verify.checker.Defect.UNREAD_WRONG;

import im.sparrow.verify.checker.Defect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A defect of the suite.
 *
 * @param name what is broken
 * @param plants what is woven into which service's processes
 * @param damage what is done to the database; null for nothing
 * @param faults what must happen beside it, so that it shows
 * @param wanted what it must be called; null when the run must be clean all the same
 */
record Mutant(
        String name,
        List<Planted> plants,
        Damage.@Nullable Kind damage,
        List<String> faults,
        @Nullable Defect wanted) {

    private static final String GATEWAY = "chat-gateway";
    private static final String MESSAGE = "message-service";

    /** A word for the agent, and the service it is said to. */
    record Planted(String service, String word) {}

    /** Nothing broken: what a mutant is compared with. */
    static final List<Mutant> CONTROLS = List.of(
            new Mutant("nothing", List.of(), null, List.of(), null),
            new Mutant("a killed writer", List.of(), null, List.of("kill-message"), null),
            new Mutant("old joins told again", of(MESSAGE, "replayed-joins"), null, List.of(), null));

    /** All of them. */
    static final List<Mutant> ALL = List.of(
            new Mutant("every 500th push skipped", of(GATEWAY, "skipped-push"), null, List.of(), LOST),
            new Mutant("ack before commit", of(MESSAGE, "unstored-batch"), null, List.of(), LOST),
            new Mutant("no unique key", List.of(), Damage.Kind.NO_UNIQUE_KEY, List.of("kill-message"), DUP),
            new Mutant("offset before commit", of(MESSAGE, "skipped-commands"), null, List.of(), LOST),
            new Mutant("room kept after leaving", of(GATEWAY, "kept-room"), null, List.of(), LEAK),
            new Mutant(
                    "replayed join believed",
                    List.of(new Planted(MESSAGE, "replayed-joins"), new Planted(GATEWAY, "believed-replay")),
                    null,
                    List.of(),
                    LEAK),
            new Mutant("number reused", List.of(), Damage.Kind.REUSED_NUMBERS, List.of(), DUP),
            new Mutant(
                    "revoked session accepted",
                    List.of(new Planted(MESSAGE, "accepted-session"), new Planted(GATEWAY, "accepted-session")),
                    null,
                    List.of(),
                    LEAK),
            new Mutant("cursor counted twice", of(MESSAGE, "counted-twice"), null, List.of(), UNREAD_WRONG));

    private static List<Planted> of(String service, String word) {
        return List.of(new Planted(service, word));
    }
}
