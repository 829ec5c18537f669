/**
 * Tables of what must be refused, and what runs them. Newcomers change an expected answer when a row fails: the answers
 * are written by hand from the protocol, before anything is asked, so a row that fails is a wrong server or a decision
 * to be written down.
 *
 * <p>Everything is said over plain TCP, byte by byte: a client library would refuse to say most of it. Nothing here ever
 * reads what a service keeps, but to see that nothing was added.
 */
@NullMarked
package im.sparrow.e2e.corpus;

import org.jspecify.annotations.NullMarked;
