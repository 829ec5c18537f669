/**
 * Newcomers make a service not ready when one it calls is away; then nobody could be reached who would say so. A gateway
 * is ready when it misses nothing of the streams and can send a command, and alive while a restart would not help.
 *
 * <p>It never asks another service and never costs a query.
 */
@NullMarked
package im.sparrow.gateway.health;

import org.jspecify.annotations.NullMarked;
