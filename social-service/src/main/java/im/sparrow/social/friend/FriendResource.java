package im.sparrow.social.friend;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** My friends. */
@Path("/api/v1/friends")
@RunOnVirtualThread
@Tag(name = "friends")
public class FriendResource {

    private final Friends friends;
    private final Me me;

    FriendResource(Friends friends, Me me) {
        this.friends = friends;
        this.me = me;
    }

    /** A page of them. */
    @GET
    @RolesAllowed(Rights.LOGIN)
    @Operation(summary = "My friends, by id")
    public Page<FriendView> list(
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Bounds.PAGE_MAX) int limit) {
        return friends.list(me.id(), cursor, limit);
    }

    /** The end of one. */
    @DELETE
    @Path("/{userId}")
    @RolesAllowed(Rights.CONTACT)
    @Operation(
            summary =
                    "Ends a friendship; the conversation stays readable, and is the same should the two be friends again")
    public void end(Id userId) {
        friends.end(me.id(), userId);
    }
}
