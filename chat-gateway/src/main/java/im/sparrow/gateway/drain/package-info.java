/**
 * Newcomers set the framework's shutdown timeout; it counts every socket ever opened as a request in flight and always
 * waits its full length. Here a gateway that is told to stop sends its clients elsewhere in an orderly way, and is done
 * as soon as they are gone.
 *
 * <p>It waits for the answers of requests and, for a moment, of sockets, and never for ever: whoever has no outcome
 * sends the command again, under the same id.
 */
@NullMarked
package im.sparrow.gateway.drain;

import org.jspecify.annotations.NullMarked;
