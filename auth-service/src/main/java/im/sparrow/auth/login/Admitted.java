package im.sparrow.auth.login;

import im.sparrow.auth.token.AccessTokens.Signed;
import im.sparrow.contracts.Id;

/**
 * Somebody who is in.
 *
 * @param userId who
 * @param sid the session
 * @param access the access token
 * @param refreshToken what keeps the session; secret
 */
public record Admitted(Id userId, Id sid, Signed access, String refreshToken) {}
