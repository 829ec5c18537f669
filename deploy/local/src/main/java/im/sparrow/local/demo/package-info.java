/**
 * A few texts in the demo accounts' conversations, so that the first look at the page shows life. Newcomers expect rows
 * written by some start-up code of the services: these texts go through the public door like anybody's, are sent once
 * per installation, and what a person deletes does not come back.
 *
 * <p>This room never runs in production: the accounts it speaks for exist in local mode only.
 */
@NullMarked
package im.sparrow.local.demo;

import org.jspecify.annotations.NullMarked;
