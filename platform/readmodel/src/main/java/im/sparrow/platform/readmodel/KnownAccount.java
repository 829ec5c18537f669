package im.sparrow.platform.readmodel;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.account.AccountRecord;
import im.sparrow.contracts.account.AccountRecord.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as this service remembers it.
 *
 * @param id the account
 * @param username unique, lower case
 * @param nickname what people read; 1 to 64 characters
 * @param photo a URL or path, or null for the generated one
 * @param signature a line about oneself, or null
 * @param status whether the account can be met
 * @param roleIds the account's roles
 * @param findable whether search may show it
 * @param version grows with each change at the owner
 */
public record KnownAccount(
        Id id,
        String username,
        String nickname,
        @Nullable String photo,
        @Nullable String signature,
        Status status,
        List<Id> roleIds,
        boolean findable,
        long version) {

    /** Whether the account is in use. */
    public boolean active() {
        return status == Status.ACTIVE;
    }

    /** The record that it was made of. */
    AccountRecord record() {
        return new AccountRecord(id, username, nickname, photo, signature, status, roleIds, findable, version);
    }

    static KnownAccount of(AccountRecord account) {
        return new KnownAccount(
                account.id(),
                account.username(),
                account.nickname(),
                account.photo(),
                account.signature(),
                account.status(),
                account.roleIds(),
                account.findable(),
                account.version());
    }
}
