/**
 * Newcomers send the next message when the last one was answered and so hide every stall; here the times of all sends are
 * drawn beforehand, and what leaves late counts as slow.
 *
 * <p>Knows sockets and numbers and never what a message says.
 */
@NullMarked
package im.sparrow.bench.load;

import org.jspecify.annotations.NullMarked;
