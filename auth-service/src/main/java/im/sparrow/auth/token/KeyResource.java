package im.sparrow.auth.token;

import im.sparrow.auth.audit.Audit;
import im.sparrow.contracts.Rights;
import im.sparrow.contracts.audit.Deed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;

/** For operators: another signing key before its time. */
@Path("/internal/v1/signing-keys")
@RolesAllowed(Rights.SERVICE_ADMIN)
@RunOnVirtualThread
public class KeyResource {

    private final SigningKeys keys;
    private final Audit audit;

    KeyResource(SigningKeys keys, Audit audit) {
        this.keys = keys;
        this.audit = audit;
    }

    /**
     * A new key.
     *
     * @param kid its name
     */
    public record Made(String kid) {}

    /** Makes another key, which is published now and signs after the lead. */
    @POST
    @Path("/rotate")
    public Made rotate() {
        return new Made(keys.rotate(kid -> audit.say(Deed.SIGNING_KEY_MADE, "signing-key:" + kid, Map.of())));
    }
}
