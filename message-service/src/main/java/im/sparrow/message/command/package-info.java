/**
 * Newcomers trust what comes out of a topic; the gateway has checked it, but only the writer's own check counts. This room
 * turns one record into an entry worth deciding, or says why it can never be one.
 *
 * <p>It never decides whether a command may be done, and never logs what it says.
 */
@NullMarked
package im.sparrow.message.command;

import org.jspecify.annotations.NullMarked;
