/**
 * Newcomers take the broker's acknowledgement for success; it says only that the command is on its way to the log. What
 * became of it comes back on the stream. This room puts commands of people there, in the order each socket gave them,
 * and lets REST calls wait for their outcome.
 *
 * <p>It never decides whether one may speak, is a member or is muted: the writer does, after looking for an outcome.
 * What is refused for good here is wrong in the command itself.
 */
@NullMarked
package im.sparrow.gateway.command;

import org.jspecify.annotations.NullMarked;
