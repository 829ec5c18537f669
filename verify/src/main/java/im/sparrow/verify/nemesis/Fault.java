package im.sparrow.verify.nemesis;

import java.util.Arrays;

/** What the nemesis can do. */
public enum Fault {
    /** {@code kill -9} of the message service. */
    KILL_MESSAGE("kill-message", "message-service"),
    /** {@code kill -9} of the gateway. */
    KILL_GATEWAY("kill-gateway", "chat-gateway");

    private final String word;
    private final String part;

    Fault(String word, String part) {
        this.word = word;
        this.part = part;
    }

    /** Its name on the command line. */
    public String word() {
        return word;
    }

    /** The part of the suite that is hit. */
    String part() {
        return part;
    }

    /** The fault of a name. */
    public static Fault of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault is called " + word));
    }
}
