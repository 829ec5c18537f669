package im.sparrow.verify.checker;

/** One invariant. */
@FunctionalInterface
interface Rule {

    /** Reports everything that breaks it. */
    void check(Recording recording, Findings findings);
}
