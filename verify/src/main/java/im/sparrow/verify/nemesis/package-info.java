/**
 * Newcomers stop a service politely; the nemesis kills, stops, cuts, slows, fills and halts, at seeded moments while
 * somebody waits for an answer, and then measures how long it takes until all is well again.
 *
 * <p>It never starts anything: that is the launcher's promise, and part of what is checked. It strikes one thing at a time,
 * and nothing that is not well.
 */
@NullMarked
package im.sparrow.verify.nemesis;

import org.jspecify.annotations.NullMarked;
