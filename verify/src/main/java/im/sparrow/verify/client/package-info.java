/**
 * Newcomers reuse the SDK to test the server; this client shares no line with it or with the services, so that a mistake
 * of theirs is not made twice. It does what the protocol asks of a client: keeps what is unacknowledged, repeats it in
 * order under the same id, applies by number, drops what it knows, pulls what is missing.
 *
 * <p>It never decides whether what it saw was right: it writes it down.
 */
@NullMarked
package im.sparrow.verify.client;

import org.jspecify.annotations.NullMarked;
