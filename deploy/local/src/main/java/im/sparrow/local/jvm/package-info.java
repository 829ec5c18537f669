/**
 * How a JVM is started on one machine, and quickly. Newcomers look for tuning in each service's build: heap, flags and
 * start-up caches are said here once, since on one machine it is the memory of all that counts.
 *
 * <p>This room never knows what a JVM is for, and no cache of it is ever needed: what does not fit is made anew.
 */
@NullMarked
package im.sparrow.local.jvm;

import org.jspecify.annotations.NullMarked;
