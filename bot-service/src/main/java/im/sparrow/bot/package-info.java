/**
 * Newcomers look for a bot's way into the server; there is none: a bot is an ordinary user whose hands are here. It will
 * hear the events of its conversations and answer with the same commands as anyone. For now it says that it is alive.
 *
 * <p>It never gets a right, a path or a bound that an ordinary user does not have.
 */
@NullMarked
package im.sparrow.bot;

import org.jspecify.annotations.NullMarked;
