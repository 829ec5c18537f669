/**
 * Newcomers trust a checker that has never failed; here are the defects that it must find, as broken code would make them,
 * woven into running parts. Each class is the advice for one place; what it counts lives in the part's process.
 *
 * <p>Its code runs inside the parts: it never uses anything but the JDK, and never halts a process.
 */
@NullMarked
package im.sparrow.verify.defect;

import org.jspecify.annotations.NullMarked;
