package im.sparrow.doctor;

import java.util.List;

/** One thing that is looked at. */
interface Check {

    /** Its name, a word or two. */
    String name();

    /** What it makes sure of, as a sentence that holds when nothing is found. */
    String holds();

    /**
     * What is wrong now; nothing when all is well.
     *
     * @throws Unreachable when it cannot be looked at
     */
    List<Finding> look() throws Unreachable;

    /** Puts right what can be put right without losing anything; nothing by default. Answers how many rows changed. */
    default int repair() throws Unreachable {
        return 0;
    }
}
