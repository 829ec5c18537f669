/**
 * Newcomers log what a client thinks at the end; a history is written as things happen: an invocation before its frame
 * leaves, an outcome after it came. So a crash of the checker itself never makes up a success.
 *
 * <p>Holds ids, numbers and check sums, and never the text of a message.
 */
@NullMarked
package im.sparrow.verify.history;

import org.jspecify.annotations.NullMarked;
