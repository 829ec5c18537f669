/**
 * Newcomers set the framework's shutdown timeout; it counts every socket ever opened as a request in flight and always
 * waits its full length. Here a gateway that is told to stop sends its clients elsewhere in an orderly way, and is done
 * as soon as they are gone.
 *
 * <p>It never waits for a command's outcome: whoever has none sends it again, under the same id.
 */
@NullMarked
package im.sparrow.gateway.drain;

import org.jspecify.annotations.NullMarked;
