package im.sparrow.social.contact;

import im.sparrow.contracts.Id;
import im.sparrow.platform.readmodel.KnownAccount;
import im.sparrow.platform.readmodel.KnownAccounts;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/** Shows people: one look-up for as many as a page has. */
@Singleton
public class People {

    private final KnownAccounts accounts;

    People(KnownAccounts accounts) {
        this.accounts = accounts;
    }

    /** The views of these people; the function answers for any of them. */
    public Function<Id, PersonView> shown(Collection<Id> ids) {
        Map<Id, KnownAccount> known = accounts.find(ids);
        return id -> {
            KnownAccount account = known.get(id);
            return account == null ? PersonView.unknown(id) : PersonView.of(account);
        };
    }
}
