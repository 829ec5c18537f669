/**
 * Newcomers load conversations one by one; the inbox is a constant number of statements, whatever one's conversations: the
 * heads of all of them, then a page's rows with last message and peer, then the peers' names. Everything shown is computed
 * from one's own row: what lies outside one's intervals is in no preview, count or head.
 *
 * <p>It never changes a row.
 */
@NullMarked
package im.sparrow.message.inbox;

import org.jspecify.annotations.NullMarked;
