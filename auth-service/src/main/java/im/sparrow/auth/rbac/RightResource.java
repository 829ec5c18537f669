package im.sparrow.auth.rbac;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.database.CreatingRequest;
import im.sparrow.platform.database.IdempotencyKeys;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Administration of rights: which there are. */
@Path("/api/v1/admin")
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
@Tag(name = "admin")
public class RightResource {

    private final RightCatalogue rights;
    private final IdempotencyKeys keys;
    private final Me me;

    RightResource(RightCatalogue rights, IdempotencyKeys keys, Me me) {
        this.rights = rights;
        this.keys = keys;
        this.me = me;
    }

    /**
     * A right that is to exist: a word that an embedding product or a service of one's own asks tokens for.
     *
     * @param name 2 to 64 lower-case letters, digits, dots or hyphens; what begins with {@code service.} or {@code
     *     server.} comes with no role
     * @param description at most 200 characters
     */
    record New(
            @NotNull
            @Pattern(
                    regexp = "(?!serv(ice|er)\\.)[a-z][a-z0-9.-]{1,63}",
                    message = "is 2 to 64 lower-case letters, digits, dots or hyphens and no service's own")
            String name,

            @NotNull @Size(max = Bounds.NOTE_MAX) String description) {}

    /**
     * What people are to read about a right.
     *
     * @param description at most 200 characters
     * @param version the version that was read before
     */
    record Edit(@NotNull @Size(max = Bounds.NOTE_MAX) String description, long version) {}

    /** Every right. */
    @GET
    @Path("/rights")
    @Operation(summary = "Every right there is")
    public Page<RightView> list() {
        return new Page<>(rights.all(), null);
    }

    /** Makes a right. */
    @POST
    @Path("/rights")
    @ResponseStatus(201)
    @Operation(summary = "Makes a right that no role gives yet")
    public RightView create(@Valid @NotNull New made, @RestHeader(CreatingRequest.HEADER) @Nullable String key) {
        var request = new CreatingRequest(me.id(), "POST /admin/rights", key, made);
        return keys.once(request, RightView.class, () -> rights.create(made)).value();
    }

    /** Says what a right is for. */
    @PUT
    @Path("/rights/{name}")
    @Operation(summary = "Says what a right is for")
    public RightView describe(String name, @Valid @NotNull Edit edit) {
        return rights.describe(name, edit);
    }

    /** Deletes a right, also from every role. */
    @DELETE
    @Path("/rights/{name}")
    @Operation(summary = "Deletes a right, also from every role; tokens of those roles' holders are stale at once")
    public void forget(String name, @RestQuery long version) {
        rights.forget(name, version);
    }
}
