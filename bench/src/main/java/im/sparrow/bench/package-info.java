/**
 * Newcomers expect a closed loop that says how fast it went; here the load comes whether or not the suite keeps up, and every
 * latency is counted from the moment at which a message was to be sent.
 *
 * <p>It knows the public protocol and the contracts. Only the people and conversations of a throw-away installation, and
 * what has to be read back from its servers, it takes from the database itself; it never shares a line with a service.
 */
@NullMarked
package im.sparrow.bench;

import org.jspecify.annotations.NullMarked;
