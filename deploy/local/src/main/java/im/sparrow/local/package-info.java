/**
 * The commands of {@code ./sparrow} that need the suite's classes. Newcomers search here for what finds Java, Maven and
 * Node and for what builds: that is the script at the top of the checkout, since none of it can be had without.
 *
 * <p>Commands only read options and print; what runs is decided in {@link im.sparrow.local.suite} and
 * {@link im.sparrow.local.part}.
 */
@NullMarked
package im.sparrow.local;

import org.jspecify.annotations.NullMarked;
