/**
 * Newcomers look for a style guide to read; here it is run instead. A rule is a pure function from the files of the
 * checkout to its findings, so that each has a control: bad input, planted in its test, that must be found.
 *
 * <p>It never formats (that is Spotless's) and never changes a file.
 */
@NullMarked
package im.sparrow.house;

import org.jspecify.annotations.NullMarked;
