/**
 * Newcomers look for entities with setters; these are values: what one row of a table holds, as one statement read it or
 * is going to write it. The tables are drawn in {@link im.sparrow.message}.
 *
 * <p>They never change, and never know how they are stored.
 */
@NullMarked
package im.sparrow.message.row;

import org.jspecify.annotations.NullMarked;
