package im.sparrow.auth.account;

import com.ibm.icu.text.SpoofChecker;
import im.sparrow.contracts.Bounds;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one form of a user name: compatibility characters folded (NFKC), lower case, then only letters a to z, digits and
 * {@code _ . -}. What is left that looks alike ({@code l} and {@code 1}, {@code rn} and {@code m}) has one skeleton, and no
 * two accounts have the same.
 */
public final class Usernames {

    private static final Pattern FORM =
            Pattern.compile("[a-z0-9_.-]{" + Bounds.USERNAME_MIN + "," + Bounds.USERNAME_MAX + "}");
    private static final Pattern PREFIX = Pattern.compile("[a-z0-9_.-]{1," + Bounds.USERNAME_MAX + "}");

    private static final SpoofChecker LOOKS =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    /** What a name must be, for people. */
    public static final String RULE = "is " + Bounds.USERNAME_MIN + " to " + Bounds.USERNAME_MAX
            + " of the letters a to z, digits, underscore, dot and hyphen";

    private Usernames() {}

    /** The normal form of what somebody typed; may still not be a name. */
    public static String normal(String typed) {
        // Longer than any name can fold from: no need to fold it whole.
        String bounded = typed.length() > 4 * Bounds.USERNAME_MAX ? typed.substring(0, 4 * Bounds.USERNAME_MAX) : typed;
        return Normalizer.normalize(bounded.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Whether a normal form is a name. */
    public static boolean valid(String normal) {
        return FORM.matcher(normal).matches();
    }

    /** What a name looks like (Unicode TR39, by ICU, and no capitals): two names with the same skeleton look alike. */
    static String skeleton(String normal) {
        return LOOKS.getSkeleton(normal).toLowerCase(Locale.ROOT);
    }

    /** Whether a normal form can be the beginning of a name. */
    public static boolean validPrefix(String normal) {
        return PREFIX.matcher(normal).matches();
    }
}
