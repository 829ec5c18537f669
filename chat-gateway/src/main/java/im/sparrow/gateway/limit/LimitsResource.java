package im.sparrow.gateway.limit;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The limits, before anybody hits them. */
@Path("/api/v1/limits")
@PermitAll
public class LimitsResource {

    private final Limits limits;

    LimitsResource(LimitsConfig config) {
        this.limits = Limits.of(config);
    }

    /** The limits as they are set. */
    @GET
    public Limits limits() {
        return limits;
    }
}
