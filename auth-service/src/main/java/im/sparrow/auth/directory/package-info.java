/**
 * Newcomers look for people in {@code account}; that room makes and changes them, one at a time and by id. This one finds
 * them: by the beginning of a name for each other, and every one of them for administration.
 *
 * <p>It never shows a profile to search that does not want to be found, never anything private to other people, and never
 * changes anything.
 */
@NullMarked
package im.sparrow.auth.directory;

import org.jspecify.annotations.NullMarked;
