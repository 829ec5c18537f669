/**
 * Newcomers start a suite in every test; there is one for all of them, with a folder and a block of ports of its own, so
 * that it never meets the suite that a developer has running.
 *
 * <p>This room starts, kills and ends it, and knows nobody in it.
 */
@NullMarked
package im.sparrow.e2e.suite;

import org.jspecify.annotations.NullMarked;
