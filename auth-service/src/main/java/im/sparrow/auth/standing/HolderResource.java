package im.sparrow.auth.standing;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Administration of who has which roles. */
@Path("/api/v1/admin")
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
@Tag(name = "admin")
public class HolderResource {

    private final Standings standings;
    private final Holders holders;

    HolderResource(Standings standings, Holders holders) {
        this.standings = standings;
        this.holders = holders;
    }

    /** What a user may do. */
    @GET
    @Path("/users/{id}/roles")
    @Operation(summary = "A user's roles and effective rights")
    public StandingView of(Id id) {
        return standings.of(id).map(StandingView::of).orElseThrow(Refused::notFound);
    }

    /** Why a user may do something, or not. */
    @GET
    @Path("/users/{id}/rights")
    @Operation(summary = "Every right, whether a user holds it, and which role or sanction gives or takes it")
    public Page<HeldRight> explain(Id id) {
        return new Page<>(standings.explain(id), null);
    }

    /** Gives a user other roles. */
    @PUT
    @Path("/users/{id}/roles")
    @Operation(summary = "Gives a user these roles instead of those he has; his tokens are stale at once")
    public StandingView set(Id id, @Valid @NotNull SetRoles wanted) {
        return StandingView.of(standings.setRoles(id, wanted));
    }

    /** Who has a role. */
    @GET
    @Path("/roles/{id}/users")
    @Operation(summary = "Ids of those who have a role")
    public Page<Id> holders(
            Id id,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Bounds.PAGE_MAX) int limit) {
        return holders.of(id, Optional.ofNullable(cursor), limit);
    }

    /** Gives a role to many and takes it from many. */
    @PATCH
    @Path("/roles/{id}/users")
    @Operation(summary = "Gives a role to many people and takes it from many, at most 200, all or nothing")
    public ChangeHolders.Changed change(Id id, @Valid @NotNull ChangeHolders wanted) {
        return holders.change(id, wanted);
    }

    /** Takes a role from everybody and deletes it. */
    @DELETE
    @Path("/roles/{id}")
    @Operation(summary = "Takes a role from everybody and deletes it; tokens of its holders are stale at once")
    public void forget(Id id, @RestQuery long version) {
        holders.forget(id, version);
    }
}
