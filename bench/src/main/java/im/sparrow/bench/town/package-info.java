/**
 * Newcomers would register everybody: a thousand passwords are minutes of hashing that measure nothing here. People are
 * numbers that a signed token names, conversations are rows, and both are made in bulk.
 *
 * <p>Writes only to an installation that is thrown away afterwards, and never to one that somebody uses.
 */
@NullMarked
package im.sparrow.bench.town;

import org.jspecify.annotations.NullMarked;
