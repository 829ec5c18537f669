/**
 * Newcomers take these for events; they are commands: social-service has decided who belongs, and asks the conversation's
 * log to put that decision in order.
 *
 * <p>Nothing here is ever sent by a client.
 */
@NullMarked
package im.sparrow.contracts.conversation;

import org.jspecify.annotations.NullMarked;
