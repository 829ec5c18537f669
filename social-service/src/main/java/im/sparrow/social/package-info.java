/**
 * Newcomers expect messages here; this service decides who is whose friend and who is in which group, and leaves to the
 * conversation's log when that takes effect: every decision goes out as a command to message-service.
 *
 * <p>It never stores, numbers or reads a message, and it answers a creation only when the broker has the commands, so
 * that a send that follows cannot overtake them.
 *
 * <pre>
 *   sync ──▶ request ──▶ friend ──▶ conversation ──▶ (outbox)
 *     └────▶ group ────────┘  └───▶ contact ──────▶ (outbox, known accounts)
 *
 *   welcome ──▶ group
 * </pre>
 */
@NullMarked
package im.sparrow.social;

import org.jspecify.annotations.NullMarked;
