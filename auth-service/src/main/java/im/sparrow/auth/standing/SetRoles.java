package im.sparrow.auth.standing;

import im.sparrow.contracts.Id;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * The roles a user is to have, instead of those he has.
 *
 * @param roleIds at most 50
 * @param ver the version of what he may do, as it was read before
 */
record SetRoles(@NotNull @Size(max = 50) Set<@NotNull Id> roleIds, long ver) {}
