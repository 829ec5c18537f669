/**
 * Newcomers edit docs/problems.md and docs/limits.md; they are made from the code by these tests, and stale is red.
 *
 * <p>Nothing here is ever shipped. {@code mvn -pl contracts test -Dsparrow.write=true} writes the pages anew.
 */
@NullMarked
package im.sparrow.contracts.page;

import org.jspecify.annotations.NullMarked;
