package im.sparrow.auth.registration;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Administration of who may have an account: invitations, and those who wait. */
@Path("/api/v1/admin")
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
@Tag(name = "admin")
public class RegistrationAdminResource {

    private static final int USES_MAX = 10_000;

    private final Registrations registrations;
    private final Invitations invitations;
    private final Me me;

    RegistrationAdminResource(Registrations registrations, Invitations invitations, Me me) {
        this.registrations = registrations;
        this.invitations = invitations;
        this.me = me;
    }

    /**
     * An invitation that is to be.
     *
     * @param note what it is for, at most 200 characters
     * @param uses people who may come by it, 1 to 10,000
     */
    record Invite(
            @NotNull @Size(max = Bounds.NOTE_MAX) String note,
            @Min(1) @Max(USES_MAX) int uses) {}

    /**
     * Somebody who is in.
     *
     * @param userId his account
     */
    public record Approved(Id userId) {}

    /** The newest invitations. */
    @GET
    @Path("/users/invitations")
    @Operation(summary = "The newest invitations, without their codes")
    public Page<InvitationView> invitations() {
        return invitations.newest();
    }

    /** Makes an invitation. */
    @POST
    @Path("/users/invitations")
    @ResponseStatus(201)
    @Operation(summary = "Makes an invitation; its code is shown this once")
    public Invitations.Made invite(@Valid @NotNull Invite invite) {
        return invitations.make(invite.note(), invite.uses(), me.id());
    }

    /** Withdraws an invitation. */
    @DELETE
    @Path("/users/invitations/{id}")
    @Operation(summary = "Withdraws an invitation; who came by it stays")
    public void withdraw(Id id) {
        invitations.withdraw(id);
    }

    /** Those who wait. */
    @GET
    @Path("/users/registrations")
    @Operation(summary = "People who wait to be let in, the longest first")
    public Page<Registration.View> waiting() {
        return registrations.waiting();
    }

    /** Lets somebody in. */
    @POST
    @Path("/users/registrations/{id}/accept")
    @Operation(summary = "Lets somebody in who waits: makes his account")
    public Approved accept(Id id) {
        return new Approved(registrations.approve(id));
    }

    /** Lets somebody wait no longer. */
    @POST
    @Path("/users/registrations/{id}/reject")
    @Operation(summary = "Lets somebody wait no longer; his name is free again")
    public void reject(Id id) {
        registrations.reject(id);
    }
}
