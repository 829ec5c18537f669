/**
 * Where the project lies and what its pages say. Newcomers copy a page's commands into a test, where they stay right
 * while the page goes wrong: they are read from the page here.
 *
 * <p>Nothing here ever writes outside of this module's build folder.
 */
@NullMarked
package im.sparrow.e2e.checkout;

import org.jspecify.annotations.NullMarked;
