/**
 * Newcomers add a message type in three places; the sealed {@link im.sparrow.contracts.message.Body} is the first, and the
 * compiler lists the rest.
 *
 * <p>Never holds numbers: seq and changeSeq are given by the log alone.
 */
@NullMarked
package im.sparrow.contracts.message;

import org.jspecify.annotations.NullMarked;
