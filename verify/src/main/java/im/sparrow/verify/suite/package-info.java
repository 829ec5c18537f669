/**
 * Newcomers look for a test interface in the product; there is none. This is a suite as its operator has it: the launcher's
 * roster and pid files, signals, the parts' public health, the relay's control, the disk that the database lies on.
 *
 * <p>It never starts a part: that is the launcher's promise, and part of what is checked. And it never touches a process
 * whose number and birth are not both in a pid file.
 */
@NullMarked
package im.sparrow.verify.suite;

import org.jspecify.annotations.NullMarked;
