/**
 * Newcomers look for the code that stores a message and find none here: this room only decides. {@link
 * im.sparrow.message.log.Decision} walks one batch of commands once, in the order of the topic, and says which rows,
 * numbers, refusals and frames it comes to; everything it knows is in its arguments.
 *
 * <p>It never reads a clock, a row or a topic, and has no thread. Invariants: seq and changeSeq are dense; one outcome
 * per maker's id; a message lies inside an interval of its sender; what was recalled has no body.
 */
@NullMarked
package im.sparrow.message.log;

import org.jspecify.annotations.NullMarked;
