/**
 * Newcomers let Jackson bind frames to records; it would answer a wrong field with a Java type's name and coerce what it
 * can. Here a client's frame is read field by field, so that each wrong one has its JSON pointer, and the gateway's own
 * frames are written.
 *
 * <p>This room never reads or writes the frames of the log: those pass as bytes.
 */
@NullMarked
package im.sparrow.gateway.frame;

import org.jspecify.annotations.NullMarked;
