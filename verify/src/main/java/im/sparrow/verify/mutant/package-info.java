/**
 * Newcomers believe a clean report; this room earns the belief. It plants one defect after another in the running suite,
 * lets the same small run find it, and asks that it be found for its own reason, while the run without it is clean.
 *
 * <p>It never plants two things at once, and never touches a suite that people use: the rows that a defect spoils stay.
 */
@NullMarked
package im.sparrow.verify.mutant;

import org.jspecify.annotations.NullMarked;
