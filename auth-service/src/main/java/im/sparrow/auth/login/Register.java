package im.sparrow.auth.login;

import im.sparrow.auth.account.Nicknames;
import im.sparrow.auth.account.Usernames;
import im.sparrow.auth.password.PasswordRule;
import im.sparrow.contracts.Bounds;
import im.sparrow.platform.core.FieldError;
import im.sparrow.platform.core.Refused;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new account, and the first log-in to it.
 *
 * @param username see {@link Usernames}
 * @param password see {@link PasswordRule}
 * @param nickname what people read; the user name when absent
 * @param invitation the code of an invitation, where one is needed
 * @param note why, where an administrator decides; at most 200 characters
 * @param deviceId the client's own name of its device, made up when absent
 * @param deviceName what people read in their list of sessions
 */
record Register(
        @Nullable String username,
        @Nullable String password,
        @Nullable String nickname,
        @Nullable String invitation,
        @Nullable String note,
        @Nullable String deviceId,
        @Nullable String deviceName) {

    /** What is left when all of it is right. */
    record Checked(
            String username,
            String password,
            String nickname,
            String note,
            @Nullable String invitation) {}

    /** Names every wrong field at once. */
    Checked check() {
        List<FieldError> errors = new ArrayList<>();
        String name = Usernames.normal(username == null ? "" : username);
        if (!Usernames.valid(name)) {
            errors.add(new FieldError("/username", Usernames.RULE));
        }
        String secret = password == null ? "" : password;
        errors.addAll(PasswordRule.errors("/password", secret, name));
        String shown = nickname == null ? name : nickname;
        if (nickname != null && !Nicknames.valid(nickname)) {
            errors.add(new FieldError("/nickname", Nicknames.RULE));
        }
        String reason = note == null ? "" : note.strip();
        if (reason.length() > Bounds.NOTE_MAX) {
            errors.add(new FieldError("/note", "is at most " + Bounds.NOTE_MAX + " characters"));
        }
        errors.addAll(Devices.errors(deviceId, deviceName));
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
        return new Checked(name, secret, shown.strip(), reason, invitation);
    }
}
