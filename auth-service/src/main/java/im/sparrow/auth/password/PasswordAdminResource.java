package im.sparrow.auth.password;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Administration of passwords: nobody sees or sets one, a link lets its owner choose. */
@Path("/api/v1/admin")
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
@Tag(name = "admin")
public class PasswordAdminResource {

    private final PasswordChanges changes;
    private final Me me;

    PasswordAdminResource(PasswordChanges changes, Me me) {
        this.changes = changes;
        this.me = me;
    }

    /** Makes a one-time link for somebody who forgot his password. */
    @POST
    @Path("/users/{id}/password-reset")
    @ResponseStatus(201)
    @Operation(summary = "A one-time link by which a user may choose another password; an older one is good no more")
    public PasswordChanges.Link link(Id id) {
        return changes.link(id, me.id());
    }
}
