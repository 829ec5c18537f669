/**
 * Newcomers look for a mocked gateway or a shortcut into a database: there is none. Every test here uses one whole suite,
 * the services as they are shipped, started once by the launcher, and does to it what people do: log in, talk, walk
 * away, come back; some of them kill a part meanwhile.
 *
 * <p>What one service can show alone is never tested here, and nothing here knows a service's code: only the public
 * protocol, and the launcher.
 */
@NullMarked
package im.sparrow.e2e;

import org.jspecify.annotations.NullMarked;
