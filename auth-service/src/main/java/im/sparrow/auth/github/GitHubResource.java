package im.sparrow.auth.github;

import im.sparrow.auth.github.Arrivals.Arrived;
import im.sparrow.auth.identity.Errands;
import im.sparrow.auth.identity.Errands.Kind;
import im.sparrow.auth.identity.GitHubConfig;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.ProblemView;
import im.sparrow.platform.core.Refused;
import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.oidc.UserInfo;
import io.quarkus.security.Authenticated;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The way to GitHub and back, for a browser to walk. Who is not known yet is sent there; on the way back nobody is sent
 * again, or a failure would go in circles and a stranger's link would begin a log-in.
 */
@Path(GitHubResource.PATH)
@Authenticated
@AuthorizationCodeFlow
@RunOnVirtualThread
@Tag(name = "auth")
public class GitHubResource {

    static final String PATH = "/api/v1/auth/github";
    static final String CALLBACK = "/callback";

    private static final Logger LOG = Logger.getLogger(GitHubResource.class);
    private static final String LOG_IN = "/login";
    private static final String SAYING = "?github=";
    private static final String SESSION_COOKIE = "q_session";

    private final GitHubConfig config;
    private final Arrivals arrivals;
    private final Errands errands;
    private final SecurityIdentity identity;

    GitHubResource(GitHubConfig config, Arrivals arrivals, Errands errands, SecurityIdentity identity) {
        this.config = config;
        this.arrivals = arrivals;
        this.errands = errands;
        this.identity = identity;
    }

    /** Leaves, to log in. */
    @GET
    @Operation(
            summary = "For a browser: leaves for GitHub to log in; comes back to /login?github=in or =<problem code>")
    @APIResponse(responseCode = "302", description = "To GitHub")
    public Response logIn(@Context HttpHeaders headers, RoutingContext request) {
        return back(headers, request);
    }

    /** Leaves, to link. */
    @GET
    @Path("/link")
    @Operation(summary = "For a browser: leaves for GitHub to link; comes back to /me?github=linked or =<problem code>")
    @APIResponse(responseCode = "302", description = "To GitHub")
    public Response link(@Context HttpHeaders headers, RoutingContext request) {
        return back(headers, request);
    }

    /** Comes back. */
    @GET
    @Path(CALLBACK)
    @Operation(summary = "Where GitHub sends a browser back to")
    @APIResponse(responseCode = "303", description = "To the page")
    public Response back(@Context HttpHeaders headers, RoutingContext request) {
        forget(request);
        UserInfo said = identity.getAttribute("userinfo");
        Arrived arrived = arrivals.of(said.getJsonObject(), headers);
        return to(arrived.where() + SAYING + arrived.saying(), arrived.cookies());
    }

    /** Sends who is not known yet to GitHub. */
    @ServerExceptionMapper
    Uni<Response> leave(UnauthorizedException nobodyYet, RoutingContext request) {
        if (!config.on()) {
            return Uni.createFrom().item(notThere());
        }
        if (request.request().path().endsWith(CALLBACK)) {
            return Uni.createFrom().item(failed("it began in no browser, or in another one"));
        }
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        boolean linking = request.request().path().endsWith("/link");
        return authenticator.getChallenge(request).map(challenge -> away(challenge, linking));
    }

    /** What GitHub said could not be taken: another browser's or a used answer, another secret, GitHub away. */
    @ServerExceptionMapper
    Response notTaken(AuthenticationCompletionException failure, RoutingContext request) {
        // Who changed his mind over there hears nothing of a failure.
        return "access_denied".equals(request.request().getParam("error"))
                ? to(LOG_IN, List.of())
                : failed(String.valueOf(failure.getMessage()));
    }

    /** The same, of a session that is none of ours. */
    @ServerExceptionMapper
    Response notOurs(AuthenticationFailedException failure) {
        return failed(String.valueOf(failure.getMessage()));
    }

    private Response away(ChallengeData challenge, boolean linking) {
        ResponseBuilder answer = Response.status(challenge.status).header("Cache-Control", "no-store");
        challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        // A wish to link that was given up must not be fulfilled by a later log-in.
        return linking ? answer.build() : answer.cookie(errands.done(Kind.LINK)).build();
    }

    private static Response failed(String why) {
        LOG.infof("nobody came from GitHub: %s", why);
        return to(LOG_IN + SAYING + Problem.CREDENTIALS_WRONG.code(), List.of());
    }

    private static Response notThere() {
        var refused = Refused.notFound();
        return Response.status(refused.problem().status())
                .type(ProblemView.MEDIA_TYPE)
                .entity(ProblemView.of(refused))
                .build();
    }

    private static Response to(String path, List<NewCookie> cookies) {
        ResponseBuilder answer = Response.status(Status.SEE_OTHER)
                // By hand, since the library would put this service's own address before it.
                .header("Location", path)
                .header("Cache-Control", "no-store");
        return answer.cookie(cookies.toArray(NewCookie[]::new)).build();
    }

    /** The library's own session is not ours and holds GitHub's token: it ends before the browser hears of it. */
    private static void forget(RoutingContext request) {
        request.request().cookies().stream()
                .map(cookie -> cookie.getName())
                .filter(name -> name.startsWith(SESSION_COOKIE))
                .toList()
                .forEach(name -> request.response().removeCookie(name, true));
    }
}
