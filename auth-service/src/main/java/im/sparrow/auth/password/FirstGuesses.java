package im.sparrow.auth.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import im.sparrow.contracts.Bounds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passwords that are tried first: the list of zxcvbn (MIT), which is the most frequent ones of published leaks. Those that
 * are too short anyway are not kept.
 */
final class FirstGuesses {

    private static final String LIST = "/com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt";
    private static final Set<String> ALL = read();

    private FirstGuesses() {}

    /** Whether a password, in lower case, is one of them. */
    static boolean hold(String folded) {
        return ALL.contains(folded);
    }

    /** How many there are. */
    static int count() {
        return ALL.size();
    }

    private static Set<String> read() {
        try (InputStream list = Zxcvbn.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("the list of common passwords is not on the classpath");
            }
            return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
                    .lines()
                    .filter(password -> password.length() >= Bounds.PASSWORD_MIN)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
