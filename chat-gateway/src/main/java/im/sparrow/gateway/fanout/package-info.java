/**
 * Newcomers would call sendText for each socket; that costs three times as much at the goal's rate and twenty times when
 * saturated. Here a frame is encoded once per event loop, every socket of the room writes a duplicate that shares its
 * bytes, and what one poll brought for a socket leaves in one flush. Every frame of a socket takes this way, so they
 * arrive in the order they were written in.
 *
 * <p>This room knows no user, room or conversation, and never waits for a slow reader: above the bound it is told.
 */
@NullMarked
package im.sparrow.gateway.fanout;

import org.jspecify.annotations.NullMarked;
