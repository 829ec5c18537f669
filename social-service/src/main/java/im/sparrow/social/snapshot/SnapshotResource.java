package im.sparrow.social.snapshot;

import im.sparrow.contracts.Digest;
import im.sparrow.contracts.Rights;
import im.sparrow.contracts.conversation.ConversationRecord;
import im.sparrow.contracts.conversation.TellAgain;
import im.sparrow.platform.core.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** What was decided of conversations, for the log that compares its copy with it. */
@Path("/internal/v1/conversations")
@RolesAllowed({Rights.SERVICE_MESSAGE, Rights.SERVICE_ADMIN})
@RunOnVirtualThread
public class SnapshotResource {

    private final Snapshots snapshots;

    SnapshotResource(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** By id; {@code next} is the {@code after} of the following page. */
    @GET
    @Path("/snapshot")
    @Operation(hidden = true)
    public Page<ConversationRecord> snapshot(
            @RestQuery @DefaultValue("0") @Min(0) long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(ConversationRecord.RANGE) int limit) {
        List<ConversationRecord> items = snapshots.after(after, limit);
        return new Page<>(items, items.size() == limit ? items.getLast().id().toString() : null);
    }

    /** The next {@link ConversationRecord#RANGE} conversations after an id in short. */
    @GET
    @Path("/digest")
    @Operation(hidden = true)
    public Digest digest(@RestQuery @DefaultValue("0") @Min(0) long after) {
        return snapshots.digest(after);
    }

    /** Tells the log again. */
    @POST
    @Path("/tell-again")
    @Operation(hidden = true)
    public void tellAgain(@NotNull TellAgain which) {
        which.conversations().stream().limit(ConversationRecord.RANGE).forEach(snapshots::tellAgain);
    }
}
