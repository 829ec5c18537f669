package im.sparrow.auth.login;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;

/** What somebody who is in is answered, whichever way he came. */
@Singleton
public class Answers {

    private final RefreshCookie cookie;

    Answers(RefreshCookie cookie) {
        this.cookie = cookie;
    }

    /** His tokens; the refresh token in a cookie when that was asked for, else in the document. */
    public ResponseBuilder in(Status status, Admitted admitted, HttpHeaders headers) {
        boolean inCookie = cookie.wanted(headers);
        var view = new TokensView(
                admitted.access().token(),
                admitted.access().expiresAt(),
                admitted.userId(),
                admitted.sid(),
                inCookie ? null : admitted.refreshToken());
        ResponseBuilder answer = Response.status(status).entity(view).header("Cache-Control", "no-store");
        return inCookie ? answer.cookie(cookie.holding(admitted.refreshToken())) : answer;
    }
}
