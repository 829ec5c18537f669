/**
 * Newcomers think that a shape of text is a matter of review; what was measured to hurt (a tuple IN, a lock by name) or
 * must not leave a machine (its paths, its registries) is looked for here, in every file.
 *
 * <p>Never judges comments, which may name what they forbid.
 */
@NullMarked
package im.sparrow.house.shape;

import org.jspecify.annotations.NullMarked;
