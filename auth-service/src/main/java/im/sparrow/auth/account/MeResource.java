package im.sparrow.auth.account;

import im.sparrow.contracts.Rights;
import im.sparrow.platform.identity.Me;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own profile. */
@Path("/api/v1/users/me")
@RunOnVirtualThread
@Tag(name = "users")
public class MeResource {

    private final Accounts accounts;
    private final Me me;

    MeResource(Accounts accounts, Me me) {
        this.accounts = accounts;
        this.me = me;
    }

    /** As it is. */
    @GET
    @RolesAllowed(Rights.LOGIN)
    @Operation(summary = "My own profile")
    public ProfileView get() {
        return ProfileView.of(accounts.get(me.id()));
    }

    /** Changes what the document names. */
    @PATCH
    @RolesAllowed(Rights.PROFILE)
    @Operation(summary = "Changes my profile; an absent field stays, an empty photo or signature is taken away")
    public ProfileView change(@NotNull ChangeProfile change) {
        return accounts.changeProfile(me.id(), change);
    }
}
