package im.sparrow.auth.login;

import im.sparrow.contracts.Bounds;
import im.sparrow.platform.core.FieldError;
import im.sparrow.platform.core.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log-in by password.
 *
 * @param username as typed
 * @param password as typed
 * @param code of the second factor, when a first answer asked for it
 * @param deviceId the client's own name of its device, made up when absent
 * @param deviceName what people read in their list of sessions
 */
record LogIn(
        @Nullable String username,
        @Nullable String password,
        @Nullable String code,
        @Nullable String deviceId,
        @Nullable String deviceName) {

    private static final int CODE_MAX = 40;

    /** What is left when all of it can be tried. */
    record Checked(
            String username, String password, @Nullable String code) {}

    /** Names every wrong field at once. A short password is only a wrong one here. */
    Checked check() {
        List<FieldError> errors = new ArrayList<>();
        if (username == null || username.isBlank()) {
            errors.add(new FieldError("/username", "is missing"));
        }
        if (password == null || password.isEmpty() || password.length() > 2 * Bounds.PASSWORD_MAX) {
            errors.add(new FieldError("/password", "is 1 to " + Bounds.PASSWORD_MAX + " characters"));
        }
        if (code != null && code.length() > CODE_MAX) {
            errors.add(new FieldError("/code", "is at most " + CODE_MAX + " characters"));
        }
        errors.addAll(Devices.errors(deviceId, deviceName));
        if (username == null || password == null || !errors.isEmpty()) {
            throw Refused.fields(errors);
        }
        return new Checked(username, password, code);
    }
}
