package im.sparrow.auth.login;

import im.sparrow.auth.identity.GitHubConfig;
import im.sparrow.auth.registration.Registrations;
import im.sparrow.auth.session.Device;
import im.sparrow.auth.session.Session.End;
import im.sparrow.auth.session.Sessions;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.database.CreatingRequest;
import im.sparrow.platform.identity.Caller;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The door: register, log in, refresh, log out. Open to everybody; each call shows its own proof. */
@Path("/api/v1/auth")
@PermitAll
@RunOnVirtualThread
@Tag(name = "auth")
public class LoginResource {

    private final Logins logins;
    private final Sessions sessions;
    private final RefreshCookie cookie;
    private final Me me;
    private final Browsers browsers;
    private final Answers answers;
    private final GitHubConfig github;
    private final Registrations registrations;

    LoginResource(
            Logins logins,
            Sessions sessions,
            RefreshCookie cookie,
            Me me,
            Browsers browsers,
            Answers answers,
            GitHubConfig github,
            Registrations registrations) {
        this.logins = logins;
        this.sessions = sessions;
        this.cookie = cookie;
        this.me = me;
        this.browsers = browsers;
        this.answers = answers;
        this.github = github;
        this.registrations = registrations;
    }

    /**
     * A refresh token in the body, for clients without cookie.
     *
     * @param refreshToken the newest one; absent when the cookie has it
     */
    record Refresh(@Nullable String refreshToken) {}

    /**
     * Somebody who is not in yet.
     *
     * @param waiting always true: an administrator decides
     */
    record Waiting(boolean waiting) {}

    /**
     * Who may come in here, and how.
     *
     * @param mode who may register: {@code open}, {@code invitation}, {@code approval} or {@code closed}
     * @param github whether one may log in with a GitHub account
     */
    public record Registering(String mode, boolean github) {}

    /** Who may come in here, and how. */
    @GET
    @Path("/registration")
    @Operation(
            summary =
                    "Who may register here (anybody, by invitation, by approval, nobody), and whether one may log in with GitHub")
    public Registering registering() {
        return new Registering(registrations.mode().name().toLowerCase(Locale.ROOT), github.on());
    }

    /** Makes an account and logs in to it. */
    @POST
    @Path("/register")
    @Operation(summary = "Makes an account and logs in to it")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TokensView.class)))
    @APIResponse(responseCode = "202", description = "An administrator decides first; log in later")
    public Response register(@NotNull Register wanted, @Context HttpHeaders headers) {
        Register.Checked checked = wanted.check();
        Device device = browsers.device(wanted.deviceId(), wanted.deviceName(), headers);
        String key = headers.getHeaderString(CreatingRequest.HEADER);
        return logins.register(checked, device, key)
                .map(admitted -> answers.in(Status.CREATED, admitted, headers).build())
                .orElseGet(() -> Response.accepted(new Waiting(true)).build());
    }

    /** Logs in by password. */
    @POST
    @Path("/login")
    @Operation(
            summary =
                    "Logs in by password, and by code where a second factor is on; header Sparrow-Refresh: cookie puts the refresh token into a cookie")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TokensView.class)))
    public Response logIn(@NotNull LogIn attempt, @Context HttpHeaders headers, @Context HttpServerRequest request) {
        LogIn.Checked checked = attempt.check();
        Device device = browsers.device(attempt.deviceId(), attempt.deviceName(), headers);
        Admitted admitted =
                logins.logIn(checked, device, request.remoteAddress().host());
        return answers.in(Status.OK, admitted, headers).build();
    }

    /** Trades a refresh token for the next pair. */
    @POST
    @Path("/refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Trades a refresh token, from body or cookie, for the next pair; each is used once")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TokensView.class)))
    public Response refresh(@Nullable Refresh refresh, @Context HttpHeaders headers) {
        String token = presented(refresh, headers)
                .orElseThrow(() -> new Refused(Problem.TOKEN_MISSING, "Send the refresh token, or log in."));
        return answers.in(Status.OK, logins.refresh(token), headers).build();
    }

    /** The same for a browser, which has no document to send. */
    @POST
    @Path("/refresh")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response refreshByCookie(@Context HttpHeaders headers) {
        return refresh(null, headers);
    }

    /** Ends the session of the refresh token, or else of the access token. */
    @POST
    @Path("/logout")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ends this session: its sockets close, its tokens are refused")
    @APIResponse(responseCode = "204")
    public Response logOut(@Nullable Refresh refresh, @Context HttpHeaders headers) {
        presented(refresh, headers).ifPresentOrElse(sessions::endBy, () -> {
            Caller caller = me.caller();
            sessions.end(caller.userId(), caller.sid(), End.LOGGED_OUT);
        });
        ResponseBuilder answer = Response.noContent();
        return (cookie.wanted(headers) ? answer.cookie(cookie.gone()) : answer).build();
    }

    /** The same for who has no document to send. */
    @POST
    @Path("/logout")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response logOutByCookie(@Context HttpHeaders headers) {
        return logOut(null, headers);
    }

    private Optional<String> presented(@Nullable Refresh refresh, HttpHeaders headers) {
        return refresh != null && refresh.refreshToken() != null
                ? Optional.of(refresh.refreshToken())
                : cookie.read(headers);
    }
}
