package im.sparrow.auth.rbac;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a role is to be.
 *
 * @param name 1 to 64 letters, digits, blanks or {@code _ . -}; a built-in role keeps its own
 * @param grants rights it gives, at most 100
 * @param takes rights it takes, at most 100, or {@code *}
 * @param version the version that was read before; nothing when the role is new
 */
record EditRole(
        @NotNull @Pattern(regexp = NAME, message = "is 1 to 64 letters, digits, blanks, dots, hyphens or underscores")
        String name,

        @NotNull @Size(max = 100) Set<@NotNull String> grants,
        @NotNull @Size(max = 100) Set<@NotNull String> takes,
        @Nullable Long version) {

    private static final String NAME = "[\\p{L}\\p{N}_.-](?:[\\p{L}\\p{N} _.-]{0,62}[\\p{L}\\p{N}_.-])?";
}
