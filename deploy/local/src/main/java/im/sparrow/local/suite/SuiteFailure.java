package im.sparrow.local.suite;

import org.jspecify.annotations.Nullable;

/** A suite that could not be started; the message is for people. */
public final class SuiteFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    SuiteFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
