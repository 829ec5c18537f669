package im.sparrow.auth.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import im.sparrow.contracts.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a client needs to be in.
 *
 * @param accessToken for the Authorization header; keep it in memory only
 * @param expiresAt when it ends: refresh before
 * @param userId who
 * @param sessionId this log-in
 * @param refreshToken trades itself for the next pair, once; absent when it went into the cookie
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokensView(
        String accessToken,
        Instant expiresAt,
        Id userId,
        Id sessionId,
        @Nullable String refreshToken) {}
