package im.sparrow.contracts.message;

/** What may be said. A new kind is added here, and the compiler lists the rest. */
public sealed interface Body permits Text, SystemNote {

    /** The message type's name on the wire. */
    String type();

    /** Whether it counts as unread for others. */
    default boolean countable() {
        return true;
    }
}
