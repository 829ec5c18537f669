/**
 * Newcomers build crash points and bugs into the product behind a switch; here they come from outside, into a process that
 * runs: this package is loaded into it through the Attach API and changes methods while they are in use. What is planted in
 * a part goes with its process, and the product's jars know nothing of it.
 *
 * <p>It never changes a class for good, decides nothing, and knows nothing of the run: what it loads is named by a word.
 */
@NullMarked
package im.sparrow.verify.agent;

import org.jspecify.annotations.NullMarked;
