/**
 * Newcomers expect a log of everything here; this is only what somebody did who administers, to whom, and from where, so
 * that another who administers can find it later.
 *
 * <p>It never holds a secret, a message or what anybody wrote: ids, numbers and words of this list only, so an erased
 * account leaves nothing behind in it.
 */
@NullMarked
package im.sparrow.contracts.audit;

import org.jspecify.annotations.NullMarked;
