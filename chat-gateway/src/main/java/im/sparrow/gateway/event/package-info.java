/**
 * Newcomers give each gateway a share of the stream; every gateway reads all of it, from its end, without a group, and
 * passes over what concerns nobody here by key and headers alone.
 *
 * <p>This room never stores an offset, never looks into a frame of the log, and passes nothing on from a position it has
 * jumped to before the rooms were made anew.
 */
@NullMarked
package im.sparrow.gateway.event;

import org.jspecify.annotations.NullMarked;
