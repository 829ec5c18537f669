/**
 * Newcomers stop a service politely; the nemesis kills it, at a random moment while somebody waits for an answer, and then
 * watches how long it takes until a message that was said after the blow is acknowledged.
 *
 * <p>It never starts anything: that is the launcher's promise, and part of what is checked.
 */
@NullMarked
package im.sparrow.verify.nemesis;

import org.jspecify.annotations.NullMarked;
