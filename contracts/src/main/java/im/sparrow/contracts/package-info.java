/**
 * Newcomers look here for code and find none: this module is the list of what may be said between services (commands,
 * events, frames, topics, claims, problem codes) and how much of it (bounds).
 *
 * <p>It never decides anything, never knows a framework, and never holds what only one service says to itself.
 */
@NullMarked
package im.sparrow.contracts;

import org.jspecify.annotations.NullMarked;
