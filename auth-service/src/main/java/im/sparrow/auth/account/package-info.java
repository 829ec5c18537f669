/**
 * Newcomers put rights into the account; it only holds which roles it has. This room makes and changes accounts
 * and announces each change of the public record on {@code im.account.v1}.
 *
 * <p>It never decides what a role means, never shows a password's hash, and never looks for anybody: {@code directory}
 * does.
 *
 * <pre>
 * account        id · username (unique) · nickname · photo · signature · password_hash · status · findable
 *                · ver (what it may do) · version (its public record) · sessions_version
 * account_role   account_id, role_id
 * </pre>
 */
@NullMarked
package im.sparrow.auth.account;

import org.jspecify.annotations.NullMarked;
