package im.sparrow.message.inbox;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One's list of conversations. */
@Path("/api/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Rights.LOGIN)
class InboxResource {

    private final Inbox inbox;
    private final Me me;

    InboxResource(Inbox inbox, Me me) {
        this.inbox = inbox;
        this.me = me;
    }

    @GET
    @RunOnVirtualThread
    @Operation(
            summary = "My conversations, newest activity first",
            description =
                    "`cursor` is a page's `next`; `since` is a welcome's `more` and answers the rest of what changed.")
    public Page<ConversationView> list(
            @QueryParam("limit") @DefaultValue("" + Bounds.PAGE_DEFAULT) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("since") @Nullable String since) {
        if (limit < 1 || limit > Bounds.CONVERSATIONS_PAGE_MAX) {
            throw Refused.field("?limit", "must be 1 to " + Bounds.CONVERSATIONS_PAGE_MAX);
        }
        return inbox.page(me.id(), limit, cursor == null ? since : cursor);
    }

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(summary = "One of my conversations")
    public ConversationView one(@PathParam("id") Id id) {
        return inbox.one(me.id(), id);
    }
}
