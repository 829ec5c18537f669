/**
 * Newcomers look for helpers here; this room has only what every service does the same way and no framework gives: how
 * a refusal reaches the caller, what time it is, which secrets must be there before a service starts.
 *
 * <p>It never knows a feature, a topic or a table.
 */
@NullMarked
package im.sparrow.platform.core;

import org.jspecify.annotations.NullMarked;
