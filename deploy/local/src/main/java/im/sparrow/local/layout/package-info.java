/**
 * Who is in a suite and where each of them listens. Newcomers look for one port a service: there may be several of a
 * service, a relay may stand before them, and with {@code --relays} before everything, so nobody adds a number to the
 * first port but {@link im.sparrow.local.layout.PortBlock} and {@link im.sparrow.local.layout.Layout}.
 *
 * <p>This room only computes and remembers; it never starts or asks anything.
 */
@NullMarked
package im.sparrow.local.layout;

import org.jspecify.annotations.NullMarked;
