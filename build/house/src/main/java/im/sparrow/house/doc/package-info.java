/**
 * Newcomers trust a document until its first wrong path; here every path, class and command that a document names must
 * exist.
 *
 * <p>Never runs a command (the end-to-end tests run the README's) and never judges prose.
 */
@NullMarked
package im.sparrow.house.doc;

import org.jspecify.annotations.NullMarked;
