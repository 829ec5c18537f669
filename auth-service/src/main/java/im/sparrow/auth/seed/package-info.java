/**
 * Newcomers expect seeding at every start; it happens once, in local mode only, in one transaction with its mark. What was
 * removed since stays removed.
 *
 * <p>It never runs in production: an account with a known password is a door.
 */
@NullMarked
package im.sparrow.auth.seed;

import org.jspecify.annotations.NullMarked;
