package im.sparrow.auth.secondfactor;

import im.sparrow.auth.account.Accounts;
import im.sparrow.auth.audit.Audit;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.contracts.audit.Deed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Administration of second factors: they can be ended, never read. */
@Path("/api/v1/admin")
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
@Tag(name = "admin")
public class SecondFactorAdminResource {

    private final SecondFactors factors;
    private final Accounts accounts;
    private final Audit audit;

    SecondFactorAdminResource(SecondFactors factors, Accounts accounts, Audit audit) {
        this.factors = factors;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Ends somebody's, who has lost it. */
    @DELETE
    @Transactional
    @Path("/users/{id}/second-factor")
    @Operation(summary = "Ends the second factor of a user who lost app and recovery codes")
    public void forget(Id id) {
        factors.forget(accounts.get(id).id());
        audit.say(Deed.SECOND_FACTOR_ENDED, id);
    }
}
