package im.sparrow.auth.serverkey;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Administration of keys by which other products' servers and bots come in. */
@Path("/api/v1/admin/users/keys")
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
@Tag(name = "admin")
public class ServerKeyAdminResource {

    private final ServerKeys keys;
    private final Me me;

    ServerKeyAdminResource(ServerKeys keys, Me me) {
        this.keys = keys;
        this.me = me;
    }

    /** The newest keys. */
    @GET
    @Operation(summary = "The newest keys of servers and bots, revoked ones too, without their text")
    public Page<ServerKeyView> list() {
        return keys.newest();
    }

    /** Makes a key. */
    @POST
    @ResponseStatus(201)
    @Operation(
            summary = "Makes a key for a server or a bot and marks its account official; its text is shown this once")
    public ServerKeys.Made make(@NotNull NewServerKey wanted) {
        return keys.make(wanted.check(), me.id());
    }

    /** Takes a key back. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Takes a key back: its tokens are refused at once, its sockets close")
    public void revoke(Id id) {
        keys.revoke(id, me.id());
    }
}
