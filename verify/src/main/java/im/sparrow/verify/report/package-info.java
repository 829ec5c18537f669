/**
 * Newcomers read a report from the top; this one's last line is the verdict, in a form that a script can read, and the exit
 * code says the same.
 *
 * <p>It never counts anything itself.
 */
@NullMarked
package im.sparrow.verify.report;

import org.jspecify.annotations.NullMarked;
