/**
 * Adds up what the tests said. Newcomers trust the build's exit code: a test that was skipped leaves it green, so the
 * sum names every skipped test and counts it against the run.
 *
 * <p>Run by the script from its source, so this room never uses more than the JDK.
 */
@NullMarked
package im.sparrow.local.report;

import org.jspecify.annotations.NullMarked;
