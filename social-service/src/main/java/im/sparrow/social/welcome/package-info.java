/**
 * Newcomers look in {@code auth-service} for what a new account is given; that service knows no group. This room sees new
 * accounts as they become known here, and brings each into the groups where everybody begins, if an installation has such.
 *
 * <p>It never brings anybody back who has left, never brings in who was here before the setting, and never makes a group.
 *
 * <pre>
 * newcomer   account_id · seen_at
 * </pre>
 */
@NullMarked
package im.sparrow.social.welcome;

import org.jspecify.annotations.NullMarked;
