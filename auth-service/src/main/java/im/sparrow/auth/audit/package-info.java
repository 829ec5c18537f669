/**
 * Newcomers write a line into a log file; what administration does is said on {@code im.audit.v1} instead, in the
 * transaction that does it, so that there is no deed without its record and no record without its deed.
 *
 * <p>It never holds a secret or what anybody wrote, and never says who only looked.
 */
@NullMarked
package im.sparrow.auth.audit;

import org.jspecify.annotations.NullMarked;
