package im.sparrow.auth.account;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.account.AccountRecord;
import im.sparrow.contracts.account.Revocation;
import im.sparrow.contracts.event.UserEvent;
import im.sparrow.platform.outbox.Outbox;
import jakarta.inject.Singleton;
import java.util.Comparator;

/** What is said of accounts, in the transaction that changes them. */
@Singleton
class AccountEvents {

    private final Outbox outbox;

    AccountEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The public record as it is now. */
    void changed(Account account) {
        outbox.say(Topics.ACCOUNT, account.id().toString(), account.version(), record(account));
    }

    /** Tokens from before are stale, everywhere. */
    void mayDoOther(Account account, boolean banned) {
        var change = new Revocation.UserChanged(account.id(), account.ver(), banned);
        outbox.say(Topics.REVOCATION, change.key(), change.ver(), change);
    }

    /** A hint to the account's own devices. */
    void hint(Id id, String area, long version) {
        outbox.say(Topics.USER_EVENT, id.toString(), version, new UserEvent.Hint(id, area, version));
    }

    static AccountRecord record(Account account) {
        return new AccountRecord(
                account.id(),
                account.username(),
                account.nickname(),
                account.photo(),
                account.signature(),
                account.status(),
                account.roleIds().stream().sorted(Comparator.naturalOrder()).toList(),
                account.findable(),
                account.version());
    }
}
