package im.sparrow.doctor;

/** What is to be looked at does not answer. */
final class Unreachable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreachable(String what, Throwable cause) {
        super(
                what + ": "
                        + String.valueOf(cause.getMessage()).lines().findFirst().orElse(""),
                cause);
    }
}
