package im.sparrow.platform.core;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which build of which service answers; every service has it. */
@Path("/api/v1/version")
public final class VersionResource {

    private final Version version;

    VersionResource(
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = new Version(service, version);
    }

    /**
     * One build.
     *
     * @param service the service's name
     * @param version the version it was built as
     */
    public record Version(String service, String version) {}

    /** The build that answers. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Version version() {
        return version;
    }
}
