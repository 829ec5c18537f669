package im.sparrow.platform.copies;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.account.AccountRecord;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.readmodel.KnownAccounts;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts as this service knows them, with auth-service's. */
@Singleton
class AccountComparison implements Comparison {

    private static final JavaType PAGE =
            TypeFactory.defaultInstance().constructParametricType(Page.class, AccountRecord.class);

    private final Owner owner;
    private final KnownAccounts known;
    private final CopiesConfig config;

    AccountComparison(Owner owner, KnownAccounts known, CopiesConfig config) {
        this.owner = owner;
        this.known = known;
        this.config = config;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public int compare() {
        return Ranges.compare(
                after -> owner.digest(at("digest?after=" + after)), known::digest, this::settle, config.travel());
    }

    private int settle(long after, long upTo) {
        // First what we know, then the truth: so nobody is forgotten who came in between.
        var mine = known.between(after, upTo);
        return known.adopt(mine, truth(after, upTo));
    }

    private List<AccountRecord> truth(long after, long upTo) {
        var all = new ArrayList<AccountRecord>();
        @Nullable String next = Long.toString(after);
        while (next != null && Long.parseLong(next) < upTo) {
            Page<AccountRecord> page = owner.get(at("snapshot?after=" + next + "&limit=" + Bounds.PAGE_MAX), PAGE);
            page.items().stream()
                    .filter(account -> account.id().value() <= upTo)
                    .forEach(all::add);
            next = page.next();
        }
        return all;
    }

    private URI at(String path) {
        return config.auth().resolve("/internal/v1/accounts/" + path);
    }
}
