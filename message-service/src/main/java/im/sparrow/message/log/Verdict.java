package im.sparrow.message.log;

/** What a decision comes to. */
public sealed interface Verdict permits Decided, Verdict.OutcomesNeeded {

    /** Something would be refused, and only a complete look-up of outcomes can tell whether it was decided before. */
    record OutcomesNeeded() implements Verdict {}
}
