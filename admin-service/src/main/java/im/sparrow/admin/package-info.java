/**
 * Newcomers expect the tables of accounts and groups here; admin-service is a door: what administrators see and do goes
 * to its owner over REST, and only the audit log will be its own. For now it says that it is alive, and no more.
 *
 * <p>It never reads another service's tables, and never decides what only the owner may decide.
 */
@NullMarked
package im.sparrow.admin;

import org.jspecify.annotations.NullMarked;
