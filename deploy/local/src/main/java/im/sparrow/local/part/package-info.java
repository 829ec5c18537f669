/**
 * One process of the suite, watched. Newcomers look for the start and stop scripts: a part is started, watched, started
 * again and taken over by one loop, and what it does next is decided by {@link im.sparrow.local.part.PartState}, which
 * knows no process and no clock.
 *
 * <p>This room never knows what the process is for: a database, a broker and a service are the same here.
 */
@NullMarked
package im.sparrow.local.part;

import org.jspecify.annotations.NullMarked;
