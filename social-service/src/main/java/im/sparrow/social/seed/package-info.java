/**
 * Newcomers expect seeding at every start; it happens once, in local mode only, in one transaction with its mark, as soon
 * as the people of the demo are known here. What was removed since stays removed.
 *
 * <p>It never runs in production, and never writes a row but through the verbs that everybody uses.
 */
@NullMarked
package im.sparrow.social.seed;

import org.jspecify.annotations.NullMarked;
