/**
 * Newcomers think that a name is free; here one word means one thing from column to button, and a drawer's name
 * (the banned words of {@link im.sparrow.house.word.BannedNames}) means none.
 *
 * <p>Never looks inside comments or texts.
 */
@NullMarked
package im.sparrow.house.word;

import org.jspecify.annotations.NullMarked;
