package im.sparrow.auth.session;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.identity.Caller;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where I am logged in. */
@Path("/api/v1/users/me/sessions")
@RolesAllowed(Rights.LOGIN)
@RunOnVirtualThread
@Tag(name = "users")
public class SessionResource {

    private final Sessions sessions;
    private final Me me;

    SessionResource(Sessions sessions, Me me) {
        this.sessions = sessions;
        this.me = me;
    }

    /** My open sessions, the newest first. */
    @GET
    @Operation(summary = "My open sessions, the newest first")
    public Page<SessionView> list() {
        Caller caller = me.caller();
        return new Page<>(sessions.of(caller.userId(), caller.sid()), null);
    }

    /** Ends all of my sessions but this one. */
    @DELETE
    @Operation(summary = "Ends all of my sessions but this one: their sockets close, their tokens are refused")
    public void endOthers() {
        Caller caller = me.caller();
        sessions.endAllBut(caller.userId(), caller.sid(), Session.End.ENDED);
    }

    /** Ends one of my sessions; its sockets close and its tokens are refused. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Ends one of my sessions: its sockets close, its tokens are refused")
    public void end(Id id) {
        if (!sessions.end(me.id(), id, Session.End.ENDED)) {
            throw Refused.notFound();
        }
    }
}
