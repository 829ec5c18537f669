package im.sparrow.social.sync;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What changed among my contacts. */
@Path("/api/v1/contacts/changes")
@RunOnVirtualThread
@Tag(name = "contacts")
public class ContactChangesResource {

    private final ContactChanges changes;
    private final Me me;

    ContactChangesResource(ContactChanges changes, Me me) {
        this.changes = changes;
        this.me = me;
    }

    /** Since a version; 0 = everything. */
    @GET
    @RolesAllowed(Rights.LOGIN)
    @Operation(summary = "My friends, groups and requests that changed since a version (0 = all there are)")
    public ContactChangesView since(
            @RestQuery @DefaultValue("0") @Min(0) long since,
            @RestQuery @DefaultValue("200") @Min(1) @Max(Bounds.PAGE_MAX) int limit) {
        return changes.since(me.id(), since, limit);
    }
}
