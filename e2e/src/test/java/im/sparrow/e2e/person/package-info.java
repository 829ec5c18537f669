/**
 * What a person can do, as verbs. Newcomers expect these to call a client library: they speak the public protocol over
 * the JDK's own HTTP and WebSocket client, so that no library of ours can hide what the servers say.
 *
 * <p>A verb that cannot be done throws with the server's own answer; it never waits without an end, and a device accepts
 * no frame that docs/asyncapi.yaml does not describe.
 */
@NullMarked
package im.sparrow.e2e.person;

import org.jspecify.annotations.NullMarked;
