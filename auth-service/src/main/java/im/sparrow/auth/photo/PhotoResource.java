package im.sparrow.auth.photo;

import im.sparrow.platform.core.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** People's pictures. A browser asks for them without a token, so whoever knows the name, which is in a profile, may see. */
@Path(Photos.PATH)
@PermitAll
@RunOnVirtualThread
@Tag(name = "users")
public class PhotoResource {

    private final Photos photos;

    PhotoResource(Photos photos) {
        this.photos = photos;
    }

    /** One picture. */
    @GET
    @Path("/{name}")
    @Operation(summary = "A person's picture, by the address that his profile says")
    @APIResponse(responseCode = "200", description = "The picture")
    public Response get(String name) {
        Picture picture = photos.find(name).orElseThrow(Refused::notFound);
        return Response.ok(picture.content(), picture.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
