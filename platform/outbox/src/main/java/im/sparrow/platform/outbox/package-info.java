/**
 * Newcomers publish to Kafka after a commit, and lose the record when the process dies in between. Here a service writes
 * what it has to say as a row of the same transaction ({@link im.sparrow.platform.outbox.Outbox#say}), and one relay per
 * service carries the rows to the broker: at least once, and per key in the order of their versions.
 *
 * <p>The room never says anything without a transaction, never skips a row, and never answers a caller from Kafka: the
 * database's commit is the acknowledgement.
 *
 * <pre>
 * outbox        id (PK) · topic · record_key · version · record_value · headers · created_at · sent_at (null = not yet)
 *               index (sent_at, record_key, version): what is unsent, per key in order; what was sent, in order
 * outbox_lease  id = 1 · holder · lease_until (database time) · again_from   the one relay that may publish; since when
 *               sent rows may be lost (null = none)
 *
 *   say ──commit──▶ unsent ──broker has it──▶ sent ──an hour──▶ deleted
 *                                              └─ start, or broker lost: the last ten minutes go out again
 * </pre>
 *
 * Open {@link im.sparrow.platform.outbox.Plan} first: it is the order, without clock, thread, database or broker. The
 * DDL is in {@code db/platform/outbox.sql}; each service copies it into a migration of its own.
 */
@NullMarked
package im.sparrow.platform.outbox;

import org.jspecify.annotations.NullMarked;
