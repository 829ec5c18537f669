package im.sparrow.local.part;

/** What can happen to a part. */
public sealed interface PartEvent {
    /** Somebody wants it to run. */
    record StartAsked() implements PartEvent {}

    /** It does its work. */
    record Answered() implements PartEvent {}

    /**
     * Its process is gone, or could not be started.
     *
     * @param how for people, as "exit code 137"
     */
    record Died(String how) implements PartEvent {}

    /** The pause before the next attempt is over. */
    record Due() implements PartEvent {}

    /** Somebody wants it to end. */
    record StopAsked() implements PartEvent {}
}
