/**
 * Newcomers look for a layer over the database here; services talk to theirs themselves. This room makes ids that two
 * processes never make twice, and remembers the answers of creating requests.
 *
 * <p>It knows nothing of any feature's tables and never asks another service while it holds a row lock.
 *
 * <pre>
 * node_lease        node 0..1023 (PK) · owner · lease_until      who may make ids with this node number, until when
 * idempotency_key   user_id · route · request_key (PK) · body_hash · answer · created_at      kept for a day
 * </pre>
 *
 * The DDL is in {@code db/platform/}: each service copies what it needs into a migration of its own, since a schema has
 * one owner.
 */
@NullMarked
package im.sparrow.platform.database;

import org.jspecify.annotations.NullMarked;
