/**
 * Newcomers take the sizes for taste; they are the medians of ten codebases that people like to read, and the god class
 * always grows round the core noun. The measures are compared with the limits here and with {@code sizes.txt}, which
 * holds the few that are over: an entry may only shrink.
 *
 * <p>Never measures generated code or what a build made.
 */
@NullMarked
package im.sparrow.house.size;

import org.jspecify.annotations.NullMarked;
