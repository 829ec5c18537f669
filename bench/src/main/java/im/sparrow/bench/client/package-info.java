/**
 * Newcomers reach for a WebSocket library; the generator shares two cores with all that it measures, so its frames are cut
 * out of what arrives without a copy and are never read as JSON while a window is open.
 *
 * <p>All sockets belong to one event loop: no state here is shared between threads.
 */
@NullMarked
package im.sparrow.bench.client;

import org.jspecify.annotations.NullMarked;
