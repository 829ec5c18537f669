package im.sparrow.auth.login;

import im.sparrow.auth.Mode;
import im.sparrow.auth.session.SessionConfig;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/**
 * The refresh token of a browser: in a cookie that no script can read and no other site's page can send. A client asks for
 * it by the header {@code Sparrow-Refresh: cookie}; without that header a cookie is not even looked at, so a forged form
 * cannot use it.
 */
@Singleton
public class RefreshCookie {

    /** The header by which a client asks for the cookie. */
    static final String HEADER = "Sparrow-Refresh";

    private static final String WANTED = "cookie";
    private static final String SECURE_NAME = "__Host-sparrow-refresh";
    private static final String PLAIN_NAME = "sparrow-refresh";

    private final boolean secure;
    private final int maxAge;

    RefreshCookie(Mode mode, SessionConfig session) {
        // A trial on one machine has no TLS, and a Secure cookie would not come back.
        this.secure = !mode.local();
        this.maxAge = Math.toIntExact(session.idle().toSeconds());
    }

    boolean wanted(HttpHeaders headers) {
        return WANTED.equalsIgnoreCase(headers.getHeaderString(HEADER));
    }

    Optional<String> read(HttpHeaders headers) {
        return wanted(headers)
                ? Optional.ofNullable(headers.getCookies().get(name())).map(Cookie::getValue)
                : Optional.empty();
    }

    /** The cookie that keeps a session. */
    public NewCookie holding(String refreshToken) {
        return cookie(refreshToken, maxAge);
    }

    NewCookie gone() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int age) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(age)
                .build();
    }

    private String name() {
        return secure ? SECURE_NAME : PLAIN_NAME;
    }
}
