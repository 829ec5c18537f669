/**
 * Newcomers protect a service by hiding it behind this door; it is no protection, every service authorizes by itself.
 * The proxy streams requests of the public REST interface to the service that owns the path, and nothing else.
 *
 * <p>It never reads a body, never retries, never passes {@code /internal} or {@code /q} on, and never forwards what a
 * client says about itself in {@code X-Forwarded-*}.
 */
@NullMarked
package im.sparrow.gateway.proxy;

import org.jspecify.annotations.NullMarked;
