/**
 * Newcomers look for passwords here; {@code password} and {@code secondfactor} judge them. This room registers people, lets
 * them in, keeps them in, and lets them go.
 *
 * <p>It never says whether a name or a password was wrong, by words or by time, nor anything else of an account before its
 * password was right, and never writes a token to a log.
 */
@NullMarked
package im.sparrow.auth.login;

import org.jspecify.annotations.NullMarked;
