package im.sparrow.platform.core;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A secret that a service cannot start without.
 *
 * @param name the environment variable
 * @param minLength the fewest characters it may have
 */
public record Secret(String name, int minLength) {

    private static final Set<String> WELL_KNOWN =
            Set.of("secret", "password", "changeme", "change-me", "default", "sparrow", "123456", "test", "admin");

    /** A key or credential between services: 32 characters or more. */
    public static Secret key(String name) {
        return new Secret(name, 32);
    }

    /** A database password: 12 characters or more. */
    public static Secret password(String name) {
        return new Secret(name, 12);
    }

    /**
     * What is wrong with the secret, in a sentence that names the variable and never its value.
     *
     * @param environment looks a variable up, null when it is not set
     */
    Optional<String> lack(UnaryOperator<@Nullable String> environment) {
        String value = environment.apply(name);
        if (value == null || value.isBlank()) {
            return Optional.of(name + " is missing");
        }
        if (WELL_KNOWN.contains(value.toLowerCase(Locale.ROOT))
                || value.chars().distinct().count() < 5) {
            return Optional.of(name + " is a default that everyone knows");
        }
        if (value.length() < minLength) {
            return Optional.of(name + " is shorter than " + minLength + " characters");
        }
        return Optional.empty();
    }
}
