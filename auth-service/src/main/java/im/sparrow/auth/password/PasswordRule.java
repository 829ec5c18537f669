package im.sparrow.auth.password;

import im.sparrow.contracts.Bounds;
import im.sparrow.platform.core.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a password may be: long enough, not too long to hash, and none that is tried first. Any character will do. */
public final class PasswordRule {

    private static final String PRODUCT = "sparrow";

    private PasswordRule() {}

    /**
     * What is wrong with a password; nothing when it will do.
     *
     * @param pointer where it stands
     * @param password what was chosen
     * @param username whose it is to be, in its normal form; empty when that is not known
     */
    public static List<FieldError> errors(String pointer, @Nullable String password, String username) {
        List<FieldError> errors = new ArrayList<>();
        String secret = password == null ? "" : password;
        int length = secret.codePointCount(0, secret.length());
        String folded = secret.toLowerCase(Locale.ROOT);
        if (length < Bounds.PASSWORD_MIN || length > Bounds.PASSWORD_MAX) {
            errors.add(new FieldError(
                    pointer, "is " + Bounds.PASSWORD_MIN + " to " + Bounds.PASSWORD_MAX + " characters"));
        } else if (folded.equals(username)) {
            errors.add(new FieldError(pointer, "is not the user name"));
        } else if (FirstGuesses.hold(folded) || onlyDecorated(folded, PRODUCT) || onlyDecorated(folded, username)) {
            errors.add(new FieldError(pointer, "is none that is tried first; take a few words instead"));
        }
        return errors;
    }

    /** Whether it is a word that everybody knows with some digits and marks before or after. */
    private static boolean onlyDecorated(String folded, String word) {
        int at = word.isEmpty() ? -1 : folded.indexOf(word);
        return at >= 0
                && (folded.substring(0, at) + folded.substring(at + word.length()))
                        .codePoints()
                        .noneMatch(Character::isLetter);
    }
}
