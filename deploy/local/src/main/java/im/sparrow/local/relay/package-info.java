/**
 * The process that carries others' connections: before several instances it spreads them, and with {@code --relays} it
 * stands between every two parts, where a connection can be cut and healed as a network does. Newcomers take it for the
 * gateway's proxy: it knows no HTTP on the way and no frame, only bytes, and a suite of one instance each has none.
 *
 * <p>It is a part of its own, so a killed launcher cuts nobody off. It never looks into what it carries and never keeps
 * more of it than {@link im.sparrow.local.relay.Flow#MOST_WAITING} a direction.
 */
@NullMarked
package im.sparrow.local.relay;

import org.jspecify.annotations.NullMarked;
