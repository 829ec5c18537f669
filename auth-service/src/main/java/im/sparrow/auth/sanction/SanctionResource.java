package im.sparrow.auth.sanction;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.database.CreatingRequest;
import im.sparrow.platform.database.IdempotencyKeys;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Administration of sanctions: who is muted or banned, why, until when. */
@Path("/api/v1/admin")
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
@Tag(name = "admin")
public class SanctionResource {

    private final Sanctions sanctions;
    private final IdempotencyKeys keys;
    private final Me me;

    SanctionResource(Sanctions sanctions, IdempotencyKeys keys, Me me) {
        this.sanctions = sanctions;
        this.keys = keys;
        this.me = me;
    }

    /** What a repeated request must have in common with the first. */
    private record Asked(Id userId, Impose wanted) {}

    /** A user's sanctions, the newest first. */
    @GET
    @Path("/users/{id}/sanctions")
    @Operation(summary = "A user's sanctions, also those that are over, the newest first")
    public Page<SanctionView> list(
            Id id,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Bounds.PAGE_MAX) int limit) {
        return sanctions.of(id, Optional.ofNullable(cursor), limit);
    }

    /** Mutes or bans a user. */
    @POST
    @Path("/users/{id}/sanctions")
    @ResponseStatus(201)
    @Operation(summary = "Mutes or bans a user with a reason; begins and ends by itself, his tokens are stale at once")
    public SanctionView impose(
            Id id, @NotNull Impose wanted, @RestHeader(CreatingRequest.HEADER) @Nullable String key) {
        Id author = me.id();
        var request = new CreatingRequest(author, "POST /admin/users/sanctions", key, new Asked(id, wanted));
        return keys.once(request, SanctionView.class, () -> sanctions.impose(id, wanted, author))
                .value();
    }

    /** Lifts a sanction. */
    @DELETE
    @Path("/users/{id}/sanctions/{sanctionId}")
    @Operation(summary = "Lifts a sanction; nothing happens when it is over already")
    public void lift(Id id, Id sanctionId) {
        sanctions.lift(id, sanctionId, me.id());
    }
}
