package im.sparrow.verify.generator;

/** What is done around the talk. */
public interface Stage {

    /** Nothing. */
    Stage EMPTY = new Stage() {};

    /** Everybody is there, nobody has spoken. */
    default void begins() {}

    /** All is said; not all is answered. */
    default void ends() throws InterruptedException {}
}
