/**
 * Newcomers edit the page of measurements; it is written from what was kept of the runs, goals and explanations beside.
 *
 * <p>Never rounds a miss up to a goal.
 */
@NullMarked
package im.sparrow.bench.report;

import org.jspecify.annotations.NullMarked;
