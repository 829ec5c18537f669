/**
 * Newcomers look for a configuration to print; what the running servers answer when they are asked is printed instead.
 *
 * <p>Finds the parts of a suite by the launcher's pid files and never starts or stops one.
 */
@NullMarked
package im.sparrow.bench.suite;

import org.jspecify.annotations.NullMarked;
