/**
 * Newcomers would have the log ask who its members are; it knows, since social-service tells it each decision once. This
 * room is for the day when something was lost on the way: it says what was decided, by ranges of conversation ids, and tells
 * it again when asked to.
 *
 * <p>It decides nothing: what is told again is what stands.
 */
@NullMarked
package im.sparrow.social.snapshot;

import org.jspecify.annotations.NullMarked;
