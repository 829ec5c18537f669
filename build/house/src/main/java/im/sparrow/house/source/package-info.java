/**
 * Newcomers grep the disk; rules see only what belongs to the project: what git tracks or would track.
 *
 * <p>This room reads and parses, and never judges.
 */
@NullMarked
package im.sparrow.house.source;

import org.jspecify.annotations.NullMarked;
