/**
 * Newcomers count per socket; a person with five devices is still one person, so sends are counted per user and only
 * frames per socket. Here are the gateway's bounds on what clients may do, where they are settings, and the two buckets.
 *
 * <p>It never closes a socket and never writes an answer: it says what is too much.
 */
@NullMarked
package im.sparrow.gateway.limit;

import org.jspecify.annotations.NullMarked;
