package im.sparrow.auth.password;

import im.sparrow.contracts.Rights;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Other passwords: one's own, and by a one-time link. */
@Path("/api/v1/auth")
@RunOnVirtualThread
@Tag(name = "auth")
public class PasswordResource {

    private final PasswordChanges changes;
    private final Me me;

    PasswordResource(PasswordChanges changes, Me me) {
        this.changes = changes;
        this.me = me;
    }

    /**
     * Another password.
     *
     * @param current the one before; absent only for an account that has none
     * @param password 8 to 128 characters, none that is tried first
     */
    record Change(@Nullable String current, @Nullable String password) {}

    /**
     * Another password, by a link.
     *
     * @param token what the link holds
     * @param password 8 to 128 characters, none that is tried first
     */
    record Reset(@Nullable String token, @Nullable String password) {}

    /** Changes my password. */
    @POST
    @Path("/password")
    @RolesAllowed(Rights.LOGIN)
    @Operation(summary = "Changes my password; all my other sessions end")
    public void change(@NotNull Change change, @Context HttpServerRequest request) {
        changes.change(
                me.caller(),
                change.current(),
                change.password(),
                request.remoteAddress().host());
    }

    /** Chooses another password by a one-time link. */
    @POST
    @Path("/password/reset")
    @PermitAll
    @Operation(summary = "Chooses another password by a one-time link; all sessions of the account end")
    public void reset(@NotNull Reset reset) {
        changes.reset(reset.token(), reset.password());
    }
}
