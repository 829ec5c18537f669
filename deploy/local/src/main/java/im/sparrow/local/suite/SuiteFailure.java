package im.sparrow.local.suite;

import java.util.List;

/** A suite that could not be started; the message is for people. */
public final class SuiteFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final List<String> parts;

    SuiteFailure(String message, Throwable cause) {
        super(message, cause);
        parts = List.of();
    }

    SuiteFailure(List<String> parts) {
        super("Gave up: " + String.join(", ", parts));
        this.parts = parts;
    }

    /** The parts that were given up; their logs say why. */
    public List<String> parts() {
        return parts;
    }
}
