package im.sparrow.auth.rbac;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Administration of roles: what they mean and who has them. */
@Path("/api/v1/admin")
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
@Tag(name = "admin")
public class RoleAdminResource {

    private final Roles roles;

    RoleAdminResource(Roles roles) {
        this.roles = roles;
    }

    /** Every role. */
    @GET
    @Path("/roles")
    @Operation(summary = "Every role with what it grants and takes")
    public Page<RoleView> list() {
        return new Page<>(roles.all(), null);
    }

    /** Gives a role another meaning. */
    @PUT
    @Path("/roles/{id}")
    @Operation(summary = "Says what a role grants and takes; tokens of its holders are stale at once")
    public RoleView edit(Id id, @Valid @NotNull EditRole edit) {
        return roles.edit(id, edit.grants(), edit.takes());
    }

    /** What a user may do. */
    @GET
    @Path("/users/{id}/roles")
    @Operation(summary = "A user's roles and effective rights")
    public StandingView of(Id id) {
        return roles.standing(id).map(StandingView::of).orElseThrow(Refused::notFound);
    }

    /** Gives a user other roles. */
    @PUT
    @Path("/users/{id}/roles")
    @Operation(summary = "Gives a user these roles instead of those he has; his tokens are stale at once")
    public StandingView set(Id id, @Valid @NotNull SetRoles wanted) {
        return StandingView.of(roles.setRoles(id, wanted.roleIds()));
    }
}
