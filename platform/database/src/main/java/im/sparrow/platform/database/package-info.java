/**
 * Newcomers look for a layer over the database here; services talk to theirs themselves. This room makes ids that two
 * processes never make twice, and remembers the answers of creating requests.
 *
 * <p>It knows nothing of any feature's tables and never holds a row lock across a call.
 *
 * <pre>
 * node_lease    node 0..1023 (PK) · owner · lease_until          who may make ids with this node number, until when
 * </pre>
 *
 * The DDL is in {@code db/platform/node_lease.sql}: each service copies it into a migration of its own, since a schema
 * has one owner.
 */
@NullMarked
package im.sparrow.platform.database;

import org.jspecify.annotations.NullMarked;
