/**
 * Newcomers look for messages in this room; here is only what this service says to a conversation's log: what the
 * conversation is, and who is a member of it from now on.
 *
 * <p>It never decides who that is, and never gives a seq: the log does, when it meets the command.
 */
@NullMarked
package im.sparrow.social.conversation;

import org.jspecify.annotations.NullMarked;
