package im.sparrow.auth.session;

import im.sparrow.auth.account.Accounts;
import im.sparrow.auth.audit.Audit;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.contracts.audit.Deed;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Administration of where somebody is logged in. */
@Path("/api/v1/admin")
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
@Tag(name = "admin")
public class SessionAdminResource {

    private final Sessions sessions;
    private final Accounts accounts;
    private final Audit audit;

    SessionAdminResource(Sessions sessions, Accounts accounts, Audit audit) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** A user's open sessions, the newest first. */
    @GET
    @Path("/users/{id}/sessions")
    @Operation(summary = "A user's open sessions, the newest first")
    public Page<SessionView> list(Id id) {
        return new Page<>(sessions.of(accounts.get(id).id(), null), null);
    }

    /** Ends all of a user's sessions. */
    @DELETE
    @Path("/users/{id}/sessions")
    @Transactional
    @Operation(summary = "Ends all of a user's sessions: his sockets close, his tokens are refused")
    public void endAll(Id id) {
        sessions.endAllBut(accounts.get(id).id(), null, Session.End.ADMINISTRATION);
        audit.say(Deed.SESSIONS_ENDED, id);
    }

    /** Ends one of a user's sessions. */
    @DELETE
    @Path("/users/{id}/sessions/{sessionId}")
    @Transactional
    @Operation(summary = "Ends one of a user's sessions")
    public void end(Id id, Id sessionId) {
        if (!sessions.end(id, sessionId, Session.End.ADMINISTRATION)) {
            throw Refused.notFound();
        }
        audit.say(Deed.SESSION_ENDED, id, Map.of("session", sessionId.toString()));
    }
}
