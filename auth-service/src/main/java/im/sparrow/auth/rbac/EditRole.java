package im.sparrow.auth.rbac;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * What a role is to mean.
 *
 * @param grants rights it gives, at most 100
 * @param takes rights it takes, at most 100, or {@code *}
 */
record EditRole(
        @NotNull @Size(max = 100) Set<@NotNull String> grants,
        @NotNull @Size(max = 100) Set<@NotNull String> takes) {}
