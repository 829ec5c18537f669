package im.sparrow.auth.rbac;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Topics;
import im.sparrow.contracts.account.Revocation;
import im.sparrow.platform.outbox.Outbox;
import jakarta.inject.Singleton;

/** What makes tokens stale, said in the transaction that makes it so. */
@Singleton
class RoleEvents {

    private final Outbox outbox;

    RoleEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void roleChanged(Id roleId, long rv) {
        var change = new Revocation.RoleChanged(roleId, rv);
        outbox.say(Topics.REVOCATION, change.key(), rv, change);
    }
}
