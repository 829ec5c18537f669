/**
 * Newcomers take a read model for right because its events are never lost; but a broker can lose its data, a restore brings
 * back yesterday, and somebody writes to a table by hand. So each night, some minutes after a start, and whenever
 * {@code ./sparrow doctor --repair} asks, a service compares each copy it keeps with the owner: ranges of ids by count and
 * hash, and only a range that differs is read row by row. The owner's word is taken.
 *
 * <p>It never asks about what it does not keep, and never changes anything at an owner. What differs because news are on
 * their way is looked at again before it counts.
 */
@NullMarked
package im.sparrow.platform.copies;

import org.jspecify.annotations.NullMarked;
