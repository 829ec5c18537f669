/**
 * Newcomers count unread messages; here nothing is counted and nothing is incremented. A mark moves forward with the
 * numbers that stand at it, and unread is a difference ({@link im.sparrow.message.member.Marks#unread}).
 *
 * <p>A mark is never inserted, never goes back and never beyond what may be seen; nobody in a group hears of another's.
 */
@NullMarked
package im.sparrow.message.cursor;

import org.jspecify.annotations.NullMarked;
