/**
 * Newcomers let the framework's callbacks do the work; they only bring text in. One client's connection is a state
 * machine that lives on its event loop: who he is, what he may still do, when he must be heard of again. What may wait
 * (a token's key, the log) happens on a virtual thread and comes back to the loop.
 *
 * <p>It never decides who may speak, never blocks an event loop, and never writes around the outlet, since frames would
 * overtake each other.
 */
@NullMarked
package im.sparrow.gateway.socket;

import org.jspecify.annotations.NullMarked;
