package im.sparrow.message.history;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** A conversation's messages and changes. */
@Path("/api/v1/conversations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Rights.LOGIN)
class HistoryResource {

    private final History history;
    private final Me me;

    HistoryResource(History history, Me me) {
        this.history = history;
        this.me = me;
    }

    @GET
    @Path("/messages")
    @RunOnVirtualThread
    @Operation(
            summary = "Messages, by seq",
            description = "At most one of `before`, `after` and `around` (a seq); none = the newest.")
    public PageView messages(
            @PathParam("id") Id id,
            @QueryParam("before") @Nullable Long before,
            @QueryParam("after") @Nullable Long after,
            @QueryParam("around") @Nullable Long around,
            @QueryParam("limit") @DefaultValue("" + Bounds.PAGE_DEFAULT) int limit) {
        return history.messages(me.id(), id, position(before, after, around), limit(limit));
    }

    @GET
    @Path("/changes")
    @RunOnVirtualThread
    @Operation(summary = "Messages that were changed after a changeSeq, by changeSeq")
    public PageView changes(
            @PathParam("id") Id id,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("" + Bounds.PAGE_DEFAULT) int limit) {
        return history.changes(me.id(), id, natural("?after", after), limit(limit));
    }

    private static Position position(@Nullable Long before, @Nullable Long after, @Nullable Long around) {
        if (Stream.of(before, after, around).filter(Objects::nonNull).count() > 1) {
            throw Refused.field("?before", "and after and around exclude one another");
        }
        if (before != null) {
            return new Position.Before(natural("?before", before));
        }
        if (after != null) {
            return new Position.After(natural("?after", after));
        }
        return around == null ? Position.NEWEST : new Position.Around(natural("?around", around));
    }

    private static long natural(String pointer, long number) {
        if (number < 0 || number == Long.MAX_VALUE) {
            throw Refused.field(pointer, "must be 0 or more");
        }
        return number;
    }

    private static int limit(int limit) {
        if (limit < 1 || limit > Bounds.PAGE_MAX) {
            throw Refused.field("?limit", "must be 1 to " + Bounds.PAGE_MAX);
        }
        return limit;
    }
}
