/**
 * Newcomers expect a mark to be stored when this is produced; it is stored when message-service has read it, forward only.
 *
 * <p>Never says anything about messages.
 */
@NullMarked
package im.sparrow.contracts.cursor;

import org.jspecify.annotations.NullMarked;
