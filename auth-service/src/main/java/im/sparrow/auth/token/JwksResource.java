package im.sparrow.auth.token;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public halves of the signing keys. */
@Path("/.well-known/jwks.json")
@PermitAll
@RunOnVirtualThread
@Tag(name = "tokens")
public class JwksResource {

    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    /** All of them, as RFC 7517 says. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The public keys that access tokens are signed with (JWKS)")
    public Response get() {
        return Response.ok(keys.jwks())
                .header("Cache-Control", "public, max-age=60")
                .build();
    }
}
