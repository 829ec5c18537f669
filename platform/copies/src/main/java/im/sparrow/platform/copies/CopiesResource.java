package im.sparrow.platform.copies;

import im.sparrow.contracts.Rights;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Compares now: for an operator who does not want to wait for the night. */
@Path("/internal/v1/copies")
@RolesAllowed(Rights.SERVICE_ADMIN)
@RunOnVirtualThread
public class CopiesResource {

    private final Comparisons comparisons;

    CopiesResource(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    /** How many things differed and are put right. */
    public record Repaired(int repaired) {}

    /** Compares every copy with its owner. */
    @POST
    @Path("/compare")
    @Operation(hidden = true)
    public Repaired compare() {
        return new Repaired(comparisons.compare());
    }
}
