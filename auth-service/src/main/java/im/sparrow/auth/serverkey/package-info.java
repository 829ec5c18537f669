/**
 * Newcomers expect a key to open doors of its own; it opens the ordinary ones. A key is traded for a short token of one
 * account, the product's own or a bot's, which is marked official; what the token may do is what that account may do, cut
 * down to the key's scopes, and two rights that no role can give: making users, and getting tokens for them.
 *
 * <p>It never stores a key, never gives a token of somebody who administers, and never lets a key do more than the account
 * behind it: mute or ban that, and the key is muted or out.
 *
 * <pre>
 * server_key   id · kind (server | bot) · name · secret_hash · scopes · account_id · session_id · author_id · used_at · revoked_at
 *
 *   key ──POST /auth/keys/token──▶ token (10 min, sid = the key's session) ──▶ REST, socket, /auth/keys/users
 *   revoked: the session ends, so every token of the key is refused within two seconds
 * </pre>
 */
@NullMarked
package im.sparrow.auth.serverkey;

import org.jspecify.annotations.NullMarked;
