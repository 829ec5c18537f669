/**
 * Newcomers take the broker's acknowledgement for success; it says only that the command is on its way to the log. What
 * became of it comes back on the stream. This room puts commands of people there, in the order each socket gave them,
 * and lets REST calls wait for their outcome.
 *
 * <p>It refuses for good only what is wrong in the command itself. Whether one may speak, is a member, is muted, the
 * writer decides, after looking for an outcome.
 */
@NullMarked
package im.sparrow.gateway.command;

import org.jspecify.annotations.NullMarked;
