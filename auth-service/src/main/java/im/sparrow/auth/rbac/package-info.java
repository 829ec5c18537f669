/**
 * Newcomers expect a role to add rights only; a role also takes, and what any role takes nobody gives back: effective
 * rights = granted by any role − taken by any role. This room knows which roles and rights there are and what they mean, and
 * raises the number that makes the tokens of a changed role's holders stale.
 *
 * <p>It never lets the last administrator go, also under two requests at once: whatever changes roles, their holders or a
 * ban does so under the lock of the one row of {@code role_table}. It never knows who somebody is: that is {@code
 * standing}'s.
 *
 * <pre>
 * role         id · name · built_in · version     role_right   role_id, right_name · effect (grant | take; '*' = every right)
 * rights       name · built_in · description · version          role_table   one row: rv
 * </pre>
 */
@NullMarked
package im.sparrow.auth.rbac;

import org.jspecify.annotations.NullMarked;
