package im.sparrow.auth.directory;

import im.sparrow.auth.account.Account;
import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Administration of accounts: every one, also those that do not want to be found. */
@Path("/api/v1/admin")
@RolesAllowed(Rights.ADMIN)
@RunOnVirtualThread
@Tag(name = "admin")
public class PeopleAdminResource {

    private final Directory directory;

    PeopleAdminResource(Directory directory) {
        this.directory = directory;
    }

    /**
     * An account, as administrators see it.
     *
     * @param id the account
     * @param username the name it logs in with
     * @param nickname what people read
     * @param findable whether search may show it
     * @param roleIds its roles, sorted
     * @param ver the version of what it may do; name it to give it other roles
     * @param createdAt when it was made
     */
    public record View(
            Id id, String username, String nickname, boolean findable, List<Id> roleIds, long ver, Instant createdAt) {

        static View of(Account account) {
            return new View(
                    account.id(),
                    account.username(),
                    account.nickname(),
                    account.findable(),
                    account.roleIds().stream().sorted().toList(),
                    account.ver(),
                    account.createdAt());
        }
    }

    /** Accounts by the beginning of their user names. */
    @GET
    @Path("/users")
    @Operation(summary = "Every account by its user name, or those whose user name begins so")
    public Page<View> list(
            @RestQuery @DefaultValue("") String query,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Bounds.PAGE_MAX) int limit) {
        return directory.everybody(query, Optional.ofNullable(cursor), limit);
    }

    /** One account. */
    @GET
    @Path("/users/{id}")
    @Operation(summary = "One account")
    public View get(Id id) {
        return directory.one(id);
    }
}
