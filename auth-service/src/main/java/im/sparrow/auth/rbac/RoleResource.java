package im.sparrow.auth.rbac;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.database.CreatingRequest;
import im.sparrow.platform.database.IdempotencyKeys;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Administration of roles: what they mean. */
@Path("/api/v1/admin")
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
@Tag(name = "admin")
public class RoleResource {

    private final Roles roles;
    private final IdempotencyKeys keys;
    private final Me me;

    RoleResource(Roles roles, IdempotencyKeys keys, Me me) {
        this.roles = roles;
        this.keys = keys;
        this.me = me;
    }

    /** Every role. */
    @GET
    @Path("/roles")
    @Operation(summary = "Every role with what it grants and takes")
    public Page<RoleView> list() {
        return new Page<>(roles.all(), null);
    }

    /** Makes a role. */
    @POST
    @Path("/roles")
    @ResponseStatus(201)
    @Operation(summary = "Makes a role that nobody has yet")
    public RoleView create(@Valid @NotNull EditRole made, @RestHeader(CreatingRequest.HEADER) @Nullable String key) {
        var request = new CreatingRequest(me.id(), "POST /admin/roles", key, made);
        return keys.once(request, RoleView.class, () -> roles.create(made)).value();
    }

    /** Gives a role another name or meaning. */
    @PUT
    @Path("/roles/{id}")
    @Operation(summary = "Says what a role is called, grants and takes; tokens of its holders are stale at once")
    public RoleView edit(Id id, @Valid @NotNull EditRole edit) {
        return roles.edit(id, edit);
    }
}
