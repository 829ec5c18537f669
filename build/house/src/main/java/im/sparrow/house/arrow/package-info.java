/**
 * Newcomers ask which module may use which; {@code arrows.txt} says it, and this room reads that file.
 *
 * <p>Never knows a module by itself: a new one is a line in the file, and a new arrow needs a decision.
 */
@NullMarked
package im.sparrow.house.arrow;

import org.jspecify.annotations.NullMarked;
