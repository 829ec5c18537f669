/**
 * Newcomers expect the account table here; this is only what auth-service tells the others about accounts and tokens.
 *
 * <p>It never holds a password, a session's secret or anything the public profile hides.
 */
@NullMarked
package im.sparrow.contracts.account;

import org.jspecify.annotations.NullMarked;
