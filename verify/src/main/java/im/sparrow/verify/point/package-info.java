/**
 * Newcomers kill a process often and hope that it dies at the bad moment; here it dies at exactly that moment, woven into a
 * running part from outside. Each class is the advice for one point.
 *
 * <p>Its code runs inside the parts: it never uses anything but the JDK, and does nothing but halt or
 * tell another time.
 */
@NullMarked
package im.sparrow.verify.point;

import org.jspecify.annotations.NullMarked;
