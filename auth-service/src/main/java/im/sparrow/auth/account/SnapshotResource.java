package im.sparrow.auth.account;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Digest;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.contracts.account.AccountRecord;
import im.sparrow.platform.core.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** Every account's public record, for services that compare their copy with the truth. */
@Path("/internal/v1/accounts")
@RolesAllowed({
    Rights.SERVICE_GATEWAY,
    Rights.SERVICE_ADMIN,
    Rights.SERVICE_BOT,
    Rights.SERVICE_SOCIAL,
    Rights.SERVICE_MESSAGE
})
@RunOnVirtualThread
public class SnapshotResource {

    private final Accounts accounts;

    SnapshotResource(Accounts accounts) {
        this.accounts = accounts;
    }

    /** By id; {@code next} is the {@code after} of the following page. */
    @GET
    @Path("/snapshot")
    public Page<AccountRecord> snapshot(
            @RestQuery @DefaultValue("0") @Min(0) long after,
            @RestQuery @DefaultValue("200") @Min(1) @Max(Bounds.PAGE_MAX) int limit) {
        List<AccountRecord> items = accounts.snapshot(after, limit);
        String next = items.size() == limit ? items.getLast().id().toString() : null;
        return new Page<>(items, next);
    }

    /** The next {@link Digest#RANGE} accounts after an id in short, for who has a copy of them. */
    @GET
    @Path("/digest")
    public Digest digest(@RestQuery @DefaultValue("0") @Min(0) long after) {
        List<AccountRecord> items = accounts.snapshot(after, Digest.RANGE);
        Id last = items.size() == Digest.RANGE ? items.getLast().id() : null;
        return Digest.of(items.stream().map(AccountRecord::content).toList(), last);
    }
}
