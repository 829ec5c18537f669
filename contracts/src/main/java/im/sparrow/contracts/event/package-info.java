/**
 * Newcomers read state from these; they are hints: what changed is asked of its owner.
 *
 * <p>Only a moved mark carries its numbers, and no event ever carries text.
 */
@NullMarked
package im.sparrow.contracts.event;

import org.jspecify.annotations.NullMarked;
