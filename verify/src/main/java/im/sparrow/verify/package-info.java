/**
 * Newcomers expect a load test; this is a checker in Jepsen's sense. A town of clients talks over the real socket while the
 * nemesis kills services, everything seen is written into a history, and a pure function judges it.
 *
 * <p>It knows the public protocol and the contracts only, and never a service's code or table.
 */
@NullMarked
package im.sparrow.verify;

import org.jspecify.annotations.NullMarked;
