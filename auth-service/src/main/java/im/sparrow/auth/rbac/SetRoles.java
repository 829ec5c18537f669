package im.sparrow.auth.rbac;

import im.sparrow.contracts.Id;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * The roles a user is to have, instead of those he has.
 *
 * @param roleIds at most 50
 */
record SetRoles(@NotNull @Size(max = 50) Set<@NotNull Id> roleIds) {}
