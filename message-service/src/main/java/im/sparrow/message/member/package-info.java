/**
 * Newcomers ask whether someone is a member now; what counts is whether a seq lies inside one of his intervals. This room
 * is that one predicate and the arithmetic of unread, pure, for push, pull, preview and marks alike.
 *
 * <p>It never reads a row by itself and never knows a clock.
 */
@NullMarked
package im.sparrow.message.member;

import org.jspecify.annotations.NullMarked;
