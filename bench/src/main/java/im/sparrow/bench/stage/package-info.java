/**
 * Newcomers read these as tests; a stage judges nothing. It offers one kind of load in windows of equal length and says what
 * was measured, the median beside the others.
 *
 * <p>A stage never changes the settings of the suite.
 */
@NullMarked
package im.sparrow.bench.stage;

import org.jspecify.annotations.NullMarked;
