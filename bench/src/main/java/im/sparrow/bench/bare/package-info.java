/**
 * Newcomers compare with other products; these are the ceilings of the same machine: the same generator against a relay that
 * stores nothing, and the writer's transaction with nothing around it.
 *
 * <p>Never part of a figure of the product.
 */
@NullMarked
package im.sparrow.bench.bare;

import org.jspecify.annotations.NullMarked;
