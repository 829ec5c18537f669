/**
 * Newcomers ask the server whether it is right; the checker asks only what devices showed and what users read over REST,
 * and works out by itself who might see what, from the lines of the log about joining and leaving.
 *
 * <p>It is a pure function of a history: it never opens a connection, reads a clock, or believes the server's own
 * {@code visible}.
 */
@NullMarked
package im.sparrow.verify.checker;

import org.jspecify.annotations.NullMarked;
