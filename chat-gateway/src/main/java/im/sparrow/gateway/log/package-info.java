/**
 * Newcomers cache these answers; message-service is asked anew each time, because only it knows what is committed. Three
 * questions on behalf of the users whose sockets are here: whose rooms, what changed since, one page. Questions of a crowd
 * travel together ({@link im.sparrow.gateway.log.Trips}), each with an answer of its own.
 *
 * <p>Never called on an event loop, and never with a user's token: the gateway asks under its own right, and only for
 * users whose token it has verified.
 */
@NullMarked
package im.sparrow.gateway.log;

import org.jspecify.annotations.NullMarked;
