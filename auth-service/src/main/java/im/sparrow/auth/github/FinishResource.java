package im.sparrow.auth.github;

import im.sparrow.auth.identity.Errands;
import im.sparrow.auth.identity.Errands.Errand;
import im.sparrow.auth.identity.Errands.Kind;
import im.sparrow.auth.identity.GitHubConfig;
import im.sparrow.auth.login.Answers;
import im.sparrow.auth.login.Browsers;
import im.sparrow.auth.login.Logins;
import im.sparrow.auth.login.TokensView;
import im.sparrow.auth.session.Device;
import im.sparrow.contracts.Problem;
import im.sparrow.platform.core.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The last step of a log-in with GitHub that asked for more. */
@Path(GitHubResource.PATH + "/finish")
@PermitAll
@RunOnVirtualThread
@Tag(name = "auth")
public class FinishResource {

    private static final int CODE_MAX = 40;

    private final GitHubConfig config;
    private final Errands errands;
    private final Logins logins;
    private final Browsers browsers;
    private final Answers answers;

    FinishResource(GitHubConfig config, Errands errands, Logins logins, Browsers browsers, Answers answers) {
        this.config = config;
        this.errands = errands;
        this.logins = logins;
        this.browsers = browsers;
        this.answers = answers;
    }

    /**
     * What was asked for.
     *
     * @param code of the second factor, or a recovery code
     * @param deviceId the client's own name of its device, made up when absent
     * @param deviceName what people read in their list of sessions
     */
    record Finish(
            @Nullable @Size(max = CODE_MAX) String code,
            @Nullable String deviceId,
            @Nullable String deviceName) {}

    /** Finishes. */
    @POST
    @Operation(
            summary =
                    "Finishes a log-in with GitHub that came back with second_factor_needed or right_missing: by code, or to hear why")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TokensView.class)))
    public Response finish(
            @Valid @NotNull Finish finish, @Context HttpHeaders headers, @Context HttpServerRequest request) {
        if (!config.on()) {
            throw Refused.notFound();
        }
        Device device = browsers.device(finish.deviceId(), finish.deviceName(), headers);
        Errand errand = errands.read(Kind.FINISH, headers)
                .orElseThrow(() -> new Refused(Problem.TOKEN_MISSING, "Log in with GitHub first, then send this."));
        var admitted = logins.vouched(
                errand.accountId(),
                finish.code(),
                device,
                request.remoteAddress().host());
        return answers.in(Status.OK, admitted, headers)
                .cookie(errands.done(Kind.FINISH))
                .build();
    }
}
