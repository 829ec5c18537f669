package im.sparrow.auth.standing;

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

    private final Standings standings;
    private final Me me;

    RightsResource(Standings standings, Me me) {
        this.standings = standings;
        this.me = me;
    }

    /** Every right there is, held or not. */
    @GET
    @Operation(summary = "Every right, whether I hold it, and which role or sanction gives or takes it, until when")
    public Page<HeldRight> list() {
        return new Page<>(standings.explain(me.id()), null);
    }
}
