/**
 * Newcomers look for OAuth here; quarkus-oidc does it: state, PKCE, the exchange of the code, the question who it is. This
 * room is what happens before and after. A browser leaves for GitHub, comes back with somebody GitHub knows, and is in by
 * the same cookie as after a password, or links that somebody to the account that sent it.
 *
 * <pre>
 *   /auth/github ──▶ GitHub ──▶ /auth/github/callback ──in──▶ /login?github=in   (refresh cookie)
 *   /auth/github/link ─┘                    ├──more──▶ /login?github=second_factor_needed ──▶ POST /auth/github/finish
 *                                           └──link──▶ /me?github=linked
 * </pre>
 *
 * <p>It never puts a token into an address or where a script can read it, never keeps what GitHub gave, and is not there
 * until an application's id and secret are set.
 */
@NullMarked
package im.sparrow.auth.github;

import org.jspecify.annotations.NullMarked;
