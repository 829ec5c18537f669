package im.sparrow.auth.github;

import im.sparrow.auth.Mode;
import im.sparrow.auth.identity.Errands;
import im.sparrow.auth.identity.Errands.Errand;
import im.sparrow.auth.identity.Errands.Kind;
import im.sparrow.auth.identity.GitHubPerson;
import im.sparrow.auth.identity.Identities;
import im.sparrow.auth.login.Admitted;
import im.sparrow.auth.login.Browsers;
import im.sparrow.auth.login.Logins;
import im.sparrow.auth.login.RefreshCookie;
import im.sparrow.auth.session.Device;
import im.sparrow.auth.session.Sessions;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.util.List;
import java.util.Optional;

/** Somebody is back from GitHub: he is in, or is asked for more, or is linked to the account that sent him. */
@Singleton
class Arrivals {

    private static final String LOG_IN = "/login";
    private static final String ME = "/me";
    private static final String DEVICE = "sparrow-device";
    private static final int DEVICE_LIFE = 400 * 24 * 60 * 60;

    private final Identities identities;
    private final Logins logins;
    private final Sessions sessions;
    private final Errands errands;
    private final RefreshCookie refresh;
    private final Browsers browsers;
    private final Mode mode;

    Arrivals(
            Identities identities,
            Logins logins,
            Sessions sessions,
            Errands errands,
            RefreshCookie refresh,
            Browsers browsers,
            Mode mode) {
        this.identities = identities;
        this.logins = logins;
        this.sessions = sessions;
        this.errands = errands;
        this.refresh = refresh;
        this.browsers = browsers;
        this.mode = mode;
    }

    /**
     * Where a browser goes now.
     *
     * @param where the page's own address
     * @param saying what it says there: done, or a problem's code
     * @param cookies what it takes along
     */
    record Arrived(String where, String saying, List<NewCookie> cookies) {}

    Arrived of(JsonObject said, HttpHeaders headers) {
        Optional<Errand> linking = errands.read(Kind.LINK, headers);
        try {
            GitHubPerson person = GitHubPerson.of(said);
            return linking.map(errand -> linked(errand, person))
                    .orElseGet(() -> loggedIn(identities.accountOf(person), headers));
        } catch (Refused refused) {
            return new Arrived(
                    linking.isPresent() ? ME : LOG_IN, refused.problem().code(), List.of(errands.done(Kind.LINK)));
        }
    }

    private Arrived linked(Errand errand, GitHubPerson person) {
        if (!sessions.isOpen(errand.accountId(), errand.sid())) {
            throw new Refused(Problem.TOKEN_INVALID, "The session that wanted this is over; log in again.");
        }
        identities.link(errand.accountId(), person);
        return new Arrived(ME, "linked", List.of(errands.done(Kind.LINK)));
    }

    private Arrived loggedIn(Id accountId, HttpHeaders headers) {
        Cookie known = headers.getCookies().get(DEVICE);
        Device device = browsers.device(known == null ? null : known.getValue(), headers);
        try {
            Admitted admitted = logins.vouched(accountId, device);
            return new Arrived(LOG_IN, "in", List.of(refresh.holding(admitted.refreshToken()), remembering(device)));
        } catch (Refused more) {
            // The page asks again with what is missing, and hears the reason and the end of a ban.
            var errand = new Errand(accountId, accountId);
            return new Arrived(LOG_IN, more.problem().code(), List.of(errands.begun(Kind.FINISH, errand)));
        }
    }

    /** The page's own name of the device is not known here, so this way in has one; it opens nothing. */
    private NewCookie remembering(Device device) {
        return new NewCookie.Builder(DEVICE)
                .value(device.id())
                .path(GitHubResource.PATH)
                .httpOnly(true)
                .secure(!mode.local())
                .sameSite(SameSite.LAX)
                .maxAge(DEVICE_LIFE)
                .build();
    }
}
