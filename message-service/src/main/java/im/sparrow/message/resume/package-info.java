/**
 * Newcomers let the gateway cache the answers of this room; it asks anew each time, because only the database knows what is
 * committed. Here a gateway learns, under its own right and for users whose tokens it has verified, what rooms to make,
 * what changed since a device's heads, and one page at a time.
 *
 * <p>No path of this room is proxied, and none of them takes a person's token.
 */
@NullMarked
package im.sparrow.message.resume;

import org.jspecify.annotations.NullMarked;
