package im.sparrow.auth.identity;

import im.sparrow.auth.identity.Errands.Errand;
import im.sparrow.auth.identity.Errands.Kind;
import im.sparrow.auth.password.PasswordChanges;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.identity.Caller;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** My other ways in. */
@Path("/api/v1/users/me/identities")
@RolesAllowed(Rights.LOGIN)
@RunOnVirtualThread
@Tag(name = "users")
public class IdentityResource {

    private static final int PASSWORD_MAX = 256;

    private final Identities identities;
    private final GitHubConfig github;
    private final PasswordChanges passwords;
    private final Errands errands;
    private final Me me;

    IdentityResource(Identities identities, GitHubConfig github, PasswordChanges passwords, Errands errands, Me me) {
        this.identities = identities;
        this.github = github;
        this.passwords = passwords;
        this.errands = errands;
        this.me = me;
    }

    /**
     * A wish to log in that way too.
     *
     * @param password the present one, where the account has one: a door is not opened by a token alone
     */
    record Link(@Nullable @Size(max = PASSWORD_MAX) String password) {}

    /**
     * Where it goes on.
     *
     * @param location the address for the browser to go to; it comes back to {@code /me?github=linked}, or {@code =} and a
     *     problem's code
     */
    public record Leave(String location) {}

    /** The ways there are. */
    @GET
    @Operation(summary = "The accounts elsewhere by which I log in")
    public Page<IdentityView> list() {
        return new Page<>(identities.of(me.id()), null);
    }

    /** Begins to link. */
    @POST
    @Path("/github")
    @Operation(summary = "Begins to link a GitHub account; answers where the browser goes next")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Leave.class)))
    public Response link(@Valid @NotNull Link wish, @Context HttpServerRequest request) {
        if (!github.on()) {
            throw Refused.notFound();
        }
        Caller caller = me.caller();
        passwords.confirm(caller, wish.password(), request.remoteAddress().host());
        return Response.ok(new Leave("/api/v1/auth/github/link"))
                .cookie(errands.begun(Kind.LINK, new Errand(caller.userId(), caller.sid())))
                .build();
    }

    /** Unlinks. */
    @DELETE
    @Path("/github")
    @Operation(summary = "Unlinks my GitHub account, unless it is the only way in")
    public void unlink() {
        identities.unlink(me.id());
    }
}
