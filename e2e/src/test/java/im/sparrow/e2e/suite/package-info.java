/**
 * The one suite under all tests. Newcomers start one for each class: it is started before the first test and ended after
 * the last, in a folder and on ports of its own, so that a suite you work with goes on undisturbed.
 *
 * <p>Nothing here reaches into a service: a part is started, killed and asked whether it is ready, and that is all.
 */
@NullMarked
package im.sparrow.e2e.suite;

import org.jspecify.annotations.NullMarked;
