/**
 * Newcomers look for an event class beside the frame; there is one form only. What clients read is encoded here once, by
 * the writer, and forwarded byte for byte; history and inbox show the same items.
 *
 * <p>It never decides who may read what it encodes, and never encodes the text of a recalled message.
 */
@NullMarked
package im.sparrow.message.frame;

import org.jspecify.annotations.NullMarked;
