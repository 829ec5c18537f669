package im.sparrow.social.request;

import java.util.Locale;

/**
 * Where a request stands; the methods of a state are its lawful moves.
 *
 * <pre>
 *              ┌── accept (addressee) ──▶ accepted
 *   pending ───┼── reject (addressee) ──▶ rejected
 *              └── cancel (sender) ─────▶ cancelled
 * </pre>
 */
sealed interface RequestState {

    /** The name in table and JSON. */
    String word();

    /** Waits for an answer. */
    record Pending() implements RequestState {

        static final String WORD = "pending";

        Decided accept() {
            return Decided.ACCEPTED;
        }

        Decided reject() {
            return Decided.REJECTED;
        }

        Decided cancel() {
            return Decided.CANCELLED;
        }

        @Override
        public String word() {
            return WORD;
        }
    }

    /** Decided for good: no move leads on. */
    enum Decided implements RequestState {
        /** They are friends. */
        ACCEPTED,
        /** The addressee did not want to. */
        REJECTED,
        /** The sender took it back. */
        CANCELLED;

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The state of a name. */
    static RequestState ofWord(String word) {
        return word.equals(Pending.WORD) ? new Pending() : Decided.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
