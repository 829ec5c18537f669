/**
 * Newcomers expect a role to add rights only; a role also takes, and what any role takes nobody gives back: effective
 * rights = granted by any role − taken by any role. This room knows what the roles mean, gives them to accounts, and raises
 * the numbers that make older tokens stale.
 *
 * <p>It never lets the last administrator go, also under two requests at once: whatever changes roles or their holders does
 * so under the lock of the one row of {@code role_table}.
 *
 * <pre>
 * role         id · name · built_in            role_right   role_id, right_name · effect (grant | take; '*' = every right)
 * rights       name · built_in                 role_table   one row: rv
 * </pre>
 */
@NullMarked
package im.sparrow.auth.rbac;

import org.jspecify.annotations.NullMarked;
