/**
 * Newcomers ask the framework for its open connections; walking them costs 12 ms at 15,000. A room here is a
 * conversation that has a member with a socket on this gateway: who of it is here, from which seq on each may hear, and
 * the highest numbers passed on, so that a replay ends here.
 *
 * <p>Nothing in it outlives the process, and it never decides who belongs: that is in the log, and {@code m} headers
 * keep it current.
 */
@NullMarked
package im.sparrow.gateway.room;

import org.jspecify.annotations.NullMarked;
