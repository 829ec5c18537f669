package im.sparrow.auth.rbac;

import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What I may do, and why. */
@Path("/api/v1/users/me/rights")
@RolesAllowed(Rights.LOGIN)
@RunOnVirtualThread
@Tag(name = "users")
public class RightsResource {

    private final Roles roles;
    private final Me me;

    RightsResource(Roles roles, Me me) {
        this.roles = roles;
        this.me = me;
    }

    /** Every right there is, held or not. */
    @GET
    @Operation(summary = "Every right, whether I hold it, and which of my roles give or take it")
    public Page<EffectiveRights.Reason> list() {
        return new Page<>(roles.explain(me.id()), null);
    }
}
