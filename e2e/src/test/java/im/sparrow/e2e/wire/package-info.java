/**
 * HTTP and WebSocket by hand, byte for byte. Newcomers reach for a client library, which would refuse to say most of what
 * these tests say, and would repair what it hears.
 *
 * <p>Nothing here knows a person or a table.
 */
@NullMarked
package im.sparrow.e2e.wire;

import org.jspecify.annotations.NullMarked;
