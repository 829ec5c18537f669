/**
 * Newcomers look for the code that breaks things; here is only what a thing to plant is: a word, and the places that are
 * changed for it.
 *
 * <p>It never runs by itself: the agent weaves it in.
 */
@NullMarked
package im.sparrow.verify.plant;

import org.jspecify.annotations.NullMarked;
