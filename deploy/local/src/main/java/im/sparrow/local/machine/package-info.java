/**
 * What this machine has and lacks. Newcomers wonder why these few files use nothing but the JDK: the script runs them
 * from their source, before anything has been built, so they must not know another room or a library.
 *
 * <p>This room only looks; it never changes the machine.
 */
@NullMarked
package im.sparrow.local.machine;

import org.jspecify.annotations.NullMarked;
